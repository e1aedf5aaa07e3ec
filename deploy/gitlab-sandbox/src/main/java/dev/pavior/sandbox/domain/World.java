package dev.pavior.sandbox.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything the instance holds; changed by one at a time. */
public final class World {

    private final Turns turns;
    public final Shelf<User> users;
    public final Shelf<Group> groups;
    public final Shelf<Project> projects;
    public final Shelf<Label> labels;
    public final Shelf<Milestone> milestones;
    public final Shelf<Iteration> iterations;
    public final Shelf<Status> statuses;
    public final Shelf<Issue> issues;
    public final Shelf<Epic> epics;
    public final Shelf<MergeRequest> mergeRequests;
    public final Shelf<Note> notes;
    public final Shelf<Award> awards;
    public final Shelf<IssueLink> links;
    public final Shelf<Trace> traces;
    public final Shelf<Hook> hooks;
    public final Shelf<Backoff> backoffs;
    public final Shelf<Played> played;
    public final Shelf<Spent> spent;

    public final ItemShelf<Issue> issueItems;
    public final ItemShelf<Epic> epicItems;
    public final ItemShelf<MergeRequest> requestItems;
    public final Index<ItemKey, Long, Note> notesByItem;
    public final Index<ItemKey, Long, Award> awardsByItem;
    public final Index<ItemKey, Long, Trace> tracesByItem;
    public final Index<Long, Long, IssueLink> linksByIssue;
    final Index<Home, Long, Label> labelsByHome;
    final Index<Home, String, Label> labelsByTitle;
    private final Index<String, Long, User> usersByName;
    public final CrossReferences references;
    private final Numbers numbers;
    private final Territory territory;

    public World(Ledger ledger) {
        turns = new Turns(ledger);
        users = new Shelf<>(ledger, 1);
        groups = new Shelf<>(ledger, 1);
        projects = new Shelf<>(ledger, 1);
        territory = new Territory(groups, projects);
        labels = new Shelf<>(ledger, 1);
        milestones = new Shelf<>(ledger, 1);
        iterations = new Shelf<>(ledger, 1);
        statuses = new Shelf<>(ledger, Status.FIRST_CUSTOM);
        var workItems = new AtomicLong();
        issues = new Shelf<>(ledger, workItems);
        epics = new Shelf<>(ledger, workItems);
        mergeRequests = new Shelf<>(ledger, 1);
        notes = new Shelf<>(ledger, 1);
        awards = new Shelf<>(ledger, 1);
        links = new Shelf<>(ledger, 1);
        traces = new Shelf<>(ledger, 1);
        hooks = new Shelf<>(ledger, 1);
        backoffs = new Shelf<>(ledger, 1);
        played = new Shelf<>(ledger, 0);
        spent = new Shelf<>(ledger, 1);
        numbers = new Numbers(spent);
        issueItems = new ItemShelf<>(issues, this::above);
        epicItems = new ItemShelf<>(epics, this::above);
        requestItems = new ItemShelf<>(mergeRequests, this::above);
        notesByItem = notes.indexed(note -> List.of(note.item()), Note::id);
        awardsByItem = awards.indexed(award -> List.of(award.item()), Award::id);
        tracesByItem = traces.indexed(trace -> List.of(trace.item()), Trace::id);
        linksByIssue = links.indexed(IssueLink::ends, IssueLink::id);
        labelsByHome = labels.indexed(label -> List.of(label.home()), Label::id);
        labelsByTitle = labels.indexed(label -> List.of(label.home()), Label::title);
        references = new CrossReferences(this);
        usersByName = users.indexed(user -> List.of(user.username()), User::id);
    }

    /** Runs while nobody else changes anything; what it changes is kept as a whole. */
    public <T> T inTurn(Supplier<T> deed) {
        return turns.take(deed);
    }

    /** Runs as soon as the changes of this turn are kept; nobody hears of what may yet be lost. */
    public void afterTurn(Runnable deed) {
        turns.after(deed);
    }

    /** Takes back what a ledger kept. */
    public void restore(Entity entity) {
        switch (entity) {
            case User user -> users.restore(user);
            case Group group -> groups.restore(group);
            case Project project -> projects.restore(project);
            case Label label -> labels.restore(label);
            case Milestone milestone -> milestones.restore(milestone);
            case Iteration iteration -> iterations.restore(iteration);
            case Status status -> statuses.restore(status);
            case Issue issue -> issues.restore(issue);
            case Epic epic -> epics.restore(epic);
            case MergeRequest request -> mergeRequests.restore(request);
            case Note note -> notes.restore(note);
            case Award award -> awards.restore(award);
            case IssueLink link -> links.restore(link);
            case Trace trace -> traces.restore(trace);
            case Hook hook -> hooks.restore(hook);
            case Backoff backoff -> backoffs.restore(backoff);
            case Played done -> played.restore(done);
            case Spent mark -> spent.restore(mark);
        }
    }

    /** Takes away what a ledger knows to be gone. */
    public void forget(Entity entity) {
        switch (entity) {
            case Label label -> labels.forget(label);
            case Note note -> notes.forget(note);
            case Award award -> awards.forget(award);
            case IssueLink link -> links.forget(link);
            case Trace trace -> traces.forget(trace);
            case Hook hook -> hooks.forget(hook);
            case Backoff backoff -> backoffs.forget(backoff);
            case Item item -> forget(item);
            case Milestone milestone -> milestones.forget(milestone);
            case User _, Group _, Project _, Iteration _, Status _, Played _, Spent _ ->
                    throw new IllegalStateException("never removed: " + entity);
        }
    }

    private void forget(Item item) {
        numbers.spentBy(item).ifPresent(spent::restore);
        switch (item) {
            case Issue issue -> issues.forget(issue);
            case Epic epic -> epics.forget(epic);
            case MergeRequest request -> mergeRequests.forget(request);
        }
    }

    /** Takes an item away for good with all that hangs on it, but remembers its number. */
    public void remove(Item item) {
        var key = ItemKey.of(item);
        List.copyOf(notesByItem.of(key).values()).forEach(notes::remove);
        List.copyOf(awardsByItem.of(key).values()).forEach(awards::remove);
        List.copyOf(tracesByItem.of(key).values()).forEach(traces::remove);
        numbers.spentBy(item).ifPresent(spent::put);
        switch (item) {
            case Issue issue -> remove(issue);
            case Epic epic -> epics.remove(epic);
            case MergeRequest request -> mergeRequests.remove(request);
        }
    }

    /** Keeps another version of an item. */
    <T extends Item> T replace(T item) {
        switch (item) {
            case Issue issue -> issues.put(issue);
            case Epic epic -> epics.put(epic);
            case MergeRequest request -> mergeRequests.put(request);
        }
        return item;
    }

    private void remove(Issue issue) {
        List.copyOf(linksByIssue.of(issue.id()).values()).forEach(links::remove);
        issues.remove(issue);
    }

    long nextIssueNumber(Project project) {
        return numbers.next("Issue", project.id(), issueItems.highestNumber(project.home()));
    }

    long nextMergeRequestNumber(Project project) {
        return numbers.next(
                "MergeRequest", project.id(), requestItems.highestNumber(project.home()));
    }

    long nextEpicNumber(Group group) {
        return numbers.next("Epic", group.id(), epicItems.highestNumber(Home.group(group.id())));
    }

    public Stream<Entity> everything() {
        return Stream.of(
                        users,
                        groups,
                        projects,
                        labels,
                        milestones,
                        iterations,
                        statuses,
                        epics,
                        issues,
                        mergeRequests,
                        notes,
                        awards,
                        links,
                        traces,
                        hooks,
                        backoffs,
                        played,
                        spent)
                .flatMap(Shelf::stream);
    }

    /** A place and the groups above it, from the nearest on. */
    public List<Home> above(Home home) {
        return territory.above(home);
    }

    /** Whether what belongs to an owner can be used in a place. */
    public boolean reaches(Home owner, Home place) {
        return territory.above(place).contains(owner);
    }

    public String fullPath(Project project) {
        return territory.fullPath(project);
    }

    public String fullPath(Group group) {
        return territory.fullPath(group);
    }

    public String fullPath(Home home) {
        return home.group() ? fullPath(groups.get(home.id())) : fullPath(projects.get(home.id()));
    }

    public Optional<Project> projectAt(String fullPath) {
        return projects.first(project -> fullPath(project).equals(fullPath));
    }

    public Optional<Group> groupAt(String fullPath) {
        return groups.first(group -> fullPath(group).equals(fullPath));
    }

    public Stream<Project> projectsBelow(long group) {
        return projects.stream().filter(p -> reaches(Home.group(group), p.home()));
    }

    public Project projectOf(Item item) {
        return projects.get(item.projectId());
    }

    public Collection<Issue> issuesOf(long project) {
        return issueItems.of(Home.project(project));
    }

    public Collection<MergeRequest> mergeRequestsOf(long project) {
        return requestItems.of(Home.project(project));
    }

    public Collection<Note> notesOn(Item item) {
        return notesByItem.of(ItemKey.of(item)).values();
    }

    public Optional<User> userNamed(String username) {
        return usersByName.of(username).values().stream().findFirst();
    }
}
