package dev.pavior.sandbox.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows which merge requests name an issue, and which say that they close it. */
public final class CrossReferences {

    private static final Pattern NUMBER = Pattern.compile("#(\\d{1,18})");

    private final World world;
    private final Index<Reference, Long, MergeRequest> closing;
    private final Index<Reference, Long, MergeRequest> naming;

    CrossReferences(World world) {
        this.world = world;
        closing = world.mergeRequests.indexed(this::closed, MergeRequest::id);
        naming = world.mergeRequests.indexed(CrossReferences::named, MergeRequest::id);
    }

    public Collection<MergeRequest> closing(Issue issue) {
        return closing.of(Reference.of(issue)).values();
    }

    /** How many merge requests of the same project name the issue. */
    public int naming(Issue issue) {
        return naming.of(Reference.of(issue)).size();
    }

    /** The issues that a merge request says it closes, wherever they are. */
    public List<Issue> closedBy(MergeRequest request) {
        return closed(request).stream().map(this::issue).flatMap(Optional::stream).toList();
    }

    private Optional<Issue> issue(Reference reference) {
        return world.issueItems.numbered(Home.project(reference.project()), reference.iid());
    }

    private Collection<Reference> closed(MergeRequest request) {
        return ClosingPattern.references(request.core().text().body()).stream()
                .flatMap(reference -> resolved(request, reference).stream())
                .distinct()
                .toList();
    }

    private Optional<Reference> resolved(MergeRequest request, ClosingPattern.Reference reference) {
        return reference.project().isEmpty()
                ? Optional.of(new Reference(request.projectId(), reference.iid()))
                : world.projectAt(reference.project())
                        .map(project -> new Reference(project.id(), reference.iid()));
    }

    private static Collection<Reference> named(MergeRequest request) {
        return NUMBER.matcher(request.core().text().body())
                .results()
                .map(match -> new Reference(request.projectId(), Long.parseLong(match.group(1))))
                .distinct()
                .toList();
    }
}
