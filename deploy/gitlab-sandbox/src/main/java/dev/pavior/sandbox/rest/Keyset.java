package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Stamp;
import dev.pavior.sandbox.shape.Cursor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages that go on behind the last item of the one before, whatever was added meanwhile. */
record Keyset(Call call, String base, int perPage) {

    /** Of one item more than fits, so that it is known whether there is a next page. */
    <T> Answer answer(List<T> found, Function<T, Stamp> key, Function<T, ?> shape) {
        boolean more = found.size() > perPage;
        var shown = more ? found.subList(0, perPage) : found;
        Map<String, String> headers =
                more ? Map.of("Link", next(key.apply(shown.getLast()))) : Map.of();
        return new Answer(200, shown.stream().map(shape).toList(), headers);
    }

    private String next(Stamp last) {
        String cursor = Cursor.of(last);
        var uri = call.request().uri();
        var target =
                UriComponentsBuilder.fromUriString(base + uri.getRawPath())
                        .replaceQuery(Paging.query(call))
                        .replaceQueryParam("cursor", cursor)
                        .replaceQueryParam("per_page", perPage)
                        .build(true)
                        .toUriString();
        return "<" + target + ">; rel=\"next\"";
    }
}
