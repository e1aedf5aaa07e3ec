package dev.pavior.sandbox.shape;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** GitLab's two ways to write a time. */
public final class Times {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SPACED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Times() {}

    /** As REST answers and the attributes of new hooks have it. */
    public static @Nullable String iso(@Nullable Instant time) {
        return time == null ? null : ISO.format(time);
    }

    /** As notes and the changes of hooks have it. */
    public static @Nullable String spaced(@Nullable Instant time) {
        return time == null ? null : SPACED.format(time);
    }
}
