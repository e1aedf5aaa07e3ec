package dev.pavior.sandbox.domain;

/** Names an issue by its project and number. */
public record Reference(long project, long iid) {

    static Reference of(Issue issue) {
        return new Reference(issue.projectId(), issue.iid());
    }
}
