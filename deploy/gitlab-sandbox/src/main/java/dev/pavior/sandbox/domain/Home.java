package dev.pavior.sandbox.domain;

/** Where a label, milestone or item belongs: a project, or a group and all below it. */
public record Home(boolean group, long id) {

    public static Home project(long id) {
        return new Home(false, id);
    }

    public static Home group(long id) {
        return new Home(true, id);
    }
}
