package dev.pavior.intake.reading;

import org.jspecify.annotations.Nullable;

/**
 * A group or project that is read.
 *
 * @param id GitLab's id of it
 * @param path its full path
 * @param defaultBranch of a project, where it has one
 */
record Place(Kind kind, long id, String path, @Nullable String defaultBranch) {

    /** What a place is. */
    enum Kind {
        GROUP("groups"),
        PROJECT("projects");

        private final String segment;

        Kind(String segment) {
            this.segment = segment;
        }
    }

    /** Where it stands in paths of the interface. */
    String segment() {
        return kind.segment;
    }

    boolean isGroup() {
        return kind == Kind.GROUP;
    }

    @Override
    public String toString() {
        return (isGroup() ? "group " : "project ") + id;
    }
}
