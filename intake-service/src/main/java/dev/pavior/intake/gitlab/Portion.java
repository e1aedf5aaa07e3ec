package dev.pavior.intake.gitlab;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a page is asked for: fewer where they are too large together, and as many as GitLab
 * gives again behind them. Each size is a part of the one above, so that no row is between pages.
 */
final class Portion {

    private static final long[] SIZES = {100, 50, 25, 5, 1};

    private Portion() {}

    /** The first part of a page, empty where it cannot be parted. */
    static Optional<ApiPath> less(ApiPath path) {
        var size = path.number("per_page").orElse(1);
        return Arrays.stream(SIZES)
                .filter(smaller -> smaller < size && size % smaller == 0)
                .mapToObj(smaller -> resized(path, size, smaller))
                .findFirst();
    }

    /** The largest page that begins where this one does. */
    static @Nullable ApiPath most(@Nullable ApiPath path) {
        if (path == null) {
            return null;
        }
        var size = path.number("per_page").orElse(0);
        if (Arrays.stream(SIZES).noneMatch(one -> one == size)) {
            return path;
        }
        var offset = (path.number("page").orElse(1) - 1) * size;
        return Arrays.stream(SIZES)
                .filter(one -> offset % one == 0)
                .mapToObj(one -> resized(path, size, one))
                .findFirst()
                .orElse(path);
    }

    private static ApiPath resized(ApiPath path, long from, long to) {
        var offset = (path.number("page").orElse(1) - 1) * from;
        return path.but("page", offset / to + 1).but("per_page", to);
    }
}
