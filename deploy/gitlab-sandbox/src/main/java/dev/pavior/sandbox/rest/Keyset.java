package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages that go on behind the last item of the one before, whatever was added meanwhile. */
record Keyset(Call call, String base, int perPage) {

    /** The place that a cursor of ours names. */
    static Stamp key(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int split = text.indexOf(' ');
            return new Stamp(
                    Instant.parse(text.substring(0, split)),
                    Long.parseLong(text.substring(split + 1)));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw Refusal.invalid("cursor");
        }
    }

    /** Of one item more than fits, so that it is known whether there is a next page. */
    <T> Answer answer(List<T> found, Function<T, Stamp> key, Function<T, ?> shape) {
        boolean more = found.size() > perPage;
        var shown = more ? found.subList(0, perPage) : found;
        Map<String, String> headers =
                more ? Map.of("Link", next(key.apply(shown.getLast()))) : Map.of();
        return new Answer(200, shown.stream().map(shape).toList(), headers);
    }

    private String next(Stamp last) {
        String text = last.at() + " " + last.id();
        String cursor =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
        var uri = call.request().uri();
        var target =
                UriComponentsBuilder.fromUriString(base + uri.getRawPath())
                        .replaceQuery(uri.getRawQuery())
                        .replaceQueryParam("cursor", cursor)
                        .replaceQueryParam("per_page", perPage)
                        .build(true)
                        .toUriString();
        return "<" + target + ">; rel=\"next\"";
    }
}
