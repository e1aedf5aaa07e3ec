package dev.pavior.intake.gitlab;

import java.util.Locale;

/**
 * A project or a group, as the interface addresses it.
 *
 * @param id its number, or its full path where the number cannot be read
 */
public record Container(Kind kind, String id) {

    public Container {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a container needs an id");
        }
    }

    /** What has hooks of its own. */
    public enum Kind {
        PROJECT,
        GROUP;

        String segment() {
            return name().toLowerCase(Locale.ROOT) + "s";
        }
    }

    public static Container project(Object id) {
        return new Container(Kind.PROJECT, String.valueOf(id));
    }

    public static Container group(Object id) {
        return new Container(Kind.GROUP, String.valueOf(id));
    }

    /** Where it is described. */
    public ApiPath path() {
        return ApiPath.of("/" + kind.segment() + "/{}", id);
    }

    /** As records name it, such as {@code projects/3}. */
    @Override
    public String toString() {
        return path().text().substring(1);
    }
}
