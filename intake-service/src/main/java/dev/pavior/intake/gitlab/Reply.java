package dev.pavior.intake.gitlab;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What came back over the wire, before anybody has judged it. */
record Reply(HttpResponse<byte[]> response) {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel=\"?next\"?");

    int status() {
        return response.statusCode();
    }

    HttpHeaders headers() {
        return response.headers();
    }

    byte[] body() {
        return response.body();
    }

    boolean isGood() {
        return status() / 100 == 2;
    }

    /** Whether to ask again later may help. */
    boolean isLater() {
        return Set.of(408, 409, 429).contains(status()) || status() / 100 == 5;
    }

    boolean isRedirect() {
        return Set.of(301, 302, 307, 308).contains(status());
    }

    /** Seconds or a date, within reason; null where it says neither. */
    @Nullable Duration retryAfter(Instant now) {
        var said = headers().firstValue("retry-after").map(String::strip).orElse("");
        if (NUMBER.matcher(said).matches()) {
            return bounded(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            var until = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return bounded(Duration.between(now, until));
        } catch (DateTimeException e) {
            return null;
        }
    }

    Budget.Told told() {
        var reset = number("ratelimit-reset");
        return new Budget.Told(
                count("ratelimit-limit"),
                count("ratelimit-remaining"),
                reset.isPresent() ? Instant.ofEpochSecond(reset.getAsLong()) : null);
    }

    OptionalLong total() {
        return number("x-total");
    }

    @Nullable ApiPath next() {
        return headers().allValues("link").stream()
                .flatMap(link -> NEXT.matcher(link).results())
                .flatMap(found -> ApiPath.ofLink(found.group(1)).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Integer count(String header) {
        var number = number(header);
        return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE
                ? Integer.valueOf((int) number.getAsLong())
                : null;
    }

    private OptionalLong number(String header) {
        var said = headers().firstValue(header).map(String::strip).orElse("");
        return NUMBER.matcher(said).matches()
                ? OptionalLong.of(Long.parseLong(said))
                : OptionalLong.empty();
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
