package dev.pavior.sandbox.domain;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything the instance holds; changed by one at a time. */
public final class World {

    private final ReentrantLock turn = new ReentrantLock(true);
    public final Shelf<User> users;
    public final Shelf<Group> groups;
    public final Shelf<Project> projects;
    public final Shelf<Label> labels;
    public final Shelf<Milestone> milestones;
    public final Shelf<Issue> issues;
    public final Shelf<MergeRequest> mergeRequests;
    public final Shelf<Note> notes;
    public final Shelf<Hook> hooks;
    public final Shelf<Played> played;
    public final Shelf<Spent> spent;
    private final Numbers numbers;

    public World(Ledger ledger) {
        users = new Shelf<>(ledger, 1);
        groups = new Shelf<>(ledger, 1);
        projects = new Shelf<>(ledger, 1);
        labels = new Shelf<>(ledger, 1);
        milestones = new Shelf<>(ledger, 1);
        issues = new Shelf<>(ledger, 1);
        mergeRequests = new Shelf<>(ledger, 1);
        notes = new Shelf<>(ledger, 1);
        hooks = new Shelf<>(ledger, 1);
        played = new Shelf<>(ledger, 0);
        spent = new Shelf<>(ledger, 1);
        numbers = new Numbers(spent);
    }

    /** Runs while nobody else changes anything. */
    public <T> T inTurn(Supplier<T> deed) {
        turn.lock();
        try {
            return deed.get();
        } finally {
            turn.unlock();
        }
    }

    /** Takes back what a ledger kept. */
    public void restore(Entity entity) {
        switch (entity) {
            case User user -> users.restore(user);
            case Group group -> groups.restore(group);
            case Project project -> projects.restore(project);
            case Label label -> labels.restore(label);
            case Milestone milestone -> milestones.restore(milestone);
            case Issue issue -> issues.restore(issue);
            case MergeRequest request -> mergeRequests.restore(request);
            case Note note -> notes.restore(note);
            case Hook hook -> hooks.restore(hook);
            case Played done -> played.restore(done);
            case Spent mark -> spent.restore(mark);
        }
    }

    /** Takes away what a ledger knows to be gone. */
    public void forget(Entity entity) {
        switch (entity) {
            case Label label -> labels.forget(label);
            case Note note -> notes.forget(note);
            case Hook hook -> hooks.forget(hook);
            case Item item -> forget(item);
            case Milestone milestone -> milestones.forget(milestone);
            case User _, Group _, Project _, Played _, Spent _ ->
                    throw new IllegalStateException("never removed: " + entity);
        }
    }

    private void forget(Item item) {
        numbers.spentBy(item).ifPresent(spent::restore);
        switch (item) {
            case Issue issue -> issues.forget(issue);
            case MergeRequest request -> mergeRequests.forget(request);
        }
    }

    /** Takes an item away for good, but remembers its number. */
    public void remove(Item item) {
        numbers.spentBy(item).ifPresent(spent::put);
        switch (item) {
            case Issue issue -> issues.remove(issue);
            case MergeRequest request -> mergeRequests.remove(request);
        }
    }

    long nextIssueNumber(Project project) {
        return numbers.next("Issue", project.id(), issuesOf(project.id()));
    }

    long nextMergeRequestNumber(Project project) {
        return numbers.next("MergeRequest", project.id(), mergeRequestsOf(project.id()));
    }

    public Stream<Entity> everything() {
        return Stream.of(
                        users,
                        groups,
                        projects,
                        labels,
                        milestones,
                        issues,
                        mergeRequests,
                        notes,
                        hooks,
                        played,
                        spent)
                .flatMap(Shelf::stream);
    }

    public String fullPath(Project project) {
        return groups.get(project.groupId()).path() + "/" + project.path();
    }

    public Optional<Project> projectAt(String fullPath) {
        return projects.first(project -> fullPath(project).equals(fullPath));
    }

    public Project projectOf(Item item) {
        return projects.get(item.projectId());
    }

    public Stream<Issue> issuesOf(long project) {
        return issues.stream().filter(issue -> issue.projectId() == project);
    }

    public Stream<MergeRequest> mergeRequestsOf(long project) {
        return mergeRequests.stream().filter(request -> request.projectId() == project);
    }

    public Stream<Note> notesOn(Item item) {
        return notes.stream().filter(note -> note.on(item));
    }

    public Optional<User> userNamed(String username) {
        return users.first(user -> user.username().equals(username));
    }
}
