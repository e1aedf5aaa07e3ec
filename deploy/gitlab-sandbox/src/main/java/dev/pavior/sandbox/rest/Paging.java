package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;

/** Cuts a list into pages, with GitLab's headers. */
record Paging(int page, int perPage) {

    private static final int DEFAULT = 20;
    private static final int MOST = 100;

    /** Behind this GitLab does not look. */
    private static final int FARTHEST = 50_000;

    /** Above this GitLab no longer counts. */
    private static final int COUNTED = 10_000;

    static Paging of(Fields fields) {
        int perPage = fields.integer("per_page", DEFAULT);
        if (perPage == 0) {
            throw Refusal.error(400, "per_page has a value not allowed");
        }
        refuseFar(Math.max(1L, fields.integer("page", 1)) - 1, perPage);
        int bounded = perPage < 0 ? DEFAULT : Math.min(perPage, MOST);
        return new Paging(Math.max(1, fields.integer("page", 1)), bounded);
    }

    private static void refuseFar(long pages, int perPage) {
        if (pages * Math.clamp(perPage, 1, MOST) > FARTHEST) {
            throw Refusal.error(
                    405,
                    "Offset pagination has a maximum allowed offset of 50000 for requests that"
                            + " return objects of this type. Remaining records can be retrieved"
                            + " using keyset pagination.");
        }
    }

    static <T> Answer answer(Call call, String base, List<T> all, Function<T, ?> shape) {
        var paging = of(call.fields());
        var uri = URI.create(base + call.request().uri().getRawPath());
        String query = query(call);
        var body = paging.cut(all).stream().map(shape).toList();
        return new Answer(200, body, paging.headers(all.size(), uri, query));
    }

    /** The query as it may stand in a link; many a client leaves brackets as they are. */
    static String query(Call call) {
        String query = call.request().uri().getRawQuery();
        return query == null ? "" : query.replace("[", "%5B").replace("]", "%5D");
    }

    <T> List<T> cut(List<T> all) {
        long from = Math.min((long) (page - 1) * perPage, all.size());
        long to = Math.min(from + perPage, all.size());
        return all.subList((int) from, (int) to);
    }

    Map<String, String> headers(int total, URI uri, String query) {
        int last = Math.max(1, (total + perPage - 1) / perPage);
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-page", String.valueOf(page));
        headers.put("x-per-page", String.valueOf(perPage));
        headers.put("x-next-page", page < last ? String.valueOf(page + 1) : "");
        headers.put("x-prev-page", page > 1 ? String.valueOf(page - 1) : "");
        if (total <= COUNTED) {
            headers.put("x-total", String.valueOf(total));
            headers.put("x-total-pages", String.valueOf(last));
        }
        headers.put("Link", links(total, last, uri, query));
        return headers;
    }

    private String links(int total, int last, URI uri, String query) {
        var links = new ArrayList<String>();
        if (page > 1) {
            links.add(link("prev", page - 1, uri, query));
        }
        if (page < last) {
            links.add(link("next", page + 1, uri, query));
        }
        links.add(link("first", 1, uri, query));
        if (total <= COUNTED) {
            links.add(link("last", last, uri, query));
        }
        return String.join(", ", links);
    }

    private String link(String relation, int to, URI uri, String query) {
        var target =
                UriComponentsBuilder.fromUri(uri)
                        .replaceQuery(query)
                        .replaceQueryParam("page", to)
                        .replaceQueryParam("per_page", perPage)
                        .build(true)
                        .toUriString();
        return "<" + target + ">; rel=\"" + relation + "\"";
    }
}
