package dev.pavior.local.connect.check;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is no reason to stop, and yet should be known. */
record Warnings(Target target, TokenFile token, Clock clock) {

    private static final int SOON_DAYS = 14;

    List<String> about(Bearer bearer, List<Place> places) {
        return Stream.concat(
                        Stream.of(open(), plain(), wide(bearer), silent(bearer), ends(bearer))
                                .flatMap(Optional::stream),
                        places.stream().flatMap(place -> role(place, bearer).stream()))
                .toList();
    }

    private Optional<String> open() {
        return when(token.open(), "others can read the token: chmod 600 " + token.path());
    }

    private Optional<String> plain() {
        return when(target.isOpenToListeners(), "without https the token travels for all to read");
    }

    private static Optional<String> wide(Bearer bearer) {
        return when(
                bearer.mayWrite(),
                ("the token may do more than it needs (%s): only GET and GraphQL queries are sent,"
                                + " and read_api is enough")
                        .formatted(String.join(", ", bearer.scopes())));
    }

    private static Optional<String> silent(Bearer bearer) {
        return when(bearer.scopes().isEmpty(), "the token does not tell its scopes");
    }

    private Optional<String> ends(Bearer bearer) {
        var soon = LocalDate.now(clock).plusDays(SOON_DAYS);
        return bearer.expires()
                .filter(day -> day.isBefore(soon))
                .map(day -> "the token expires on " + day);
    }

    private static Optional<String> role(Place place, Bearer bearer) {
        return switch (place.role()) {
            case NONE ->
                    when(
                            !bearer.admin(),
                            ("%s is no member of %s: only what everybody may see is read, no"
                                            + " confidential issues")
                                    .formatted(bearer.user(), place.path()));
            case GUEST ->
                    Optional.of(
                            "%s is less than Reporter in %s: confidential issues are not read"
                                    .formatted(bearer.user(), place.path()));
            case REPORTER, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<String> when(boolean so, String warning) {
        return so ? Optional.of(warning) : Optional.empty();
    }
}
