package dev.pavior.sandbox.domain;

/** Where a label or milestone belongs: a project, or a group and all its projects. */
public record Home(boolean group, long id) {

    public static Home project(long id) {
        return new Home(false, id);
    }

    public static Home group(long id) {
        return new Home(true, id);
    }

    public boolean reaches(Project project) {
        return group ? id == project.groupId() : id == project.id();
    }
}
