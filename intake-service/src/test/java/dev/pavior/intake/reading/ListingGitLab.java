package dev.pavior.intake.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.gitlab.GitLabSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.UriComponentsBuilder;

/** A GitLab with lists of rows in pages, which answers everything else as it was told. */
final class ListingGitLab implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, List<Row>> lists = new ConcurrentHashMap<>();
    private final Map<String, Function<String, Reply>> others = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final GitLab client;
    private int farthest = 50_000;
    private int counted = 10_000;

    /** A row of a list; its time is that of its creation and of its last change. */
    record Row(long iid, Instant at, String title) {

        String json() {
            return """
            {"id":%d,"iid":%d,"project_id":3,"created_at":"%s","updated_at":"%s","title":"%s",\
            "state":"opened","references":{"full":"acme/web#%d"}}"""
                    .formatted(1000 + iid, iid, at, at, title, iid);
        }
    }

    /** An answer. */
    record Reply(int status, String body) {}

    ListingGitLab() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        client = new GitLab(source(), new SimpleMeterRegistry(), Clock.systemUTC());
    }

    private GitLabSource source() {
        return new GitLabSource(
                "default",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "",
                "the-token",
                "",
                List.of(),
                List.of(),
                0.5,
                600_000,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                DataSize.ofKilobytes(64));
    }

    GitLab client() {
        return client;
    }

    ListingGitLab lists(String path, List<Row> rows) {
        lists.put(path, rows);
        return this;
    }

    ListingGitLab says(String path, int status, String body) {
        return says(path, query -> new Reply(status, body));
    }

    ListingGitLab says(String path, Function<String, Reply> reply) {
        others.put(path, reply);
        return this;
    }

    /** Refuses offsets above the one number, and does not count above the other. */
    ListingGitLab bounded(int offset, int total) {
        farthest = offset;
        counted = total;
        return this;
    }

    /** Path and query of each request. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var path = uri.getPath().replaceFirst("^/api/v4", "");
        requests.add(uri.toString().replaceFirst("^/api/v4", ""));
        var other = others.get(path);
        var reply =
                other != null
                        ? other.apply(body.isEmpty() ? String.valueOf(uri.getQuery()) : body)
                        : page(exchange, uri, lists.get(path));
        var bytes = reply.body().getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            // The client reads no more than it will.
            exchange.close();
        }
    }

    private Reply page(HttpExchange exchange, URI uri, List<Row> list) {
        var all = UriComponentsBuilder.fromUri(uri).build().getQueryParams();
        var query = all.toSingleValueMap();
        if (list == null) {
            return new Reply(404, "{}");
        }
        if (query.containsKey("pagination")) {
            return new Reply(405, "{}");
        }
        var rows = wanted(list, all);
        int size = Integer.parseInt(query.getOrDefault("per_page", "20"));
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        int from = Math.min(rows.size(), (page - 1) * size);
        if ((page - 1) * size > farthest) {
            return new Reply(405, "{}");
        }
        if (from + size < rows.size()) {
            var next = UriComponentsBuilder.fromUri(uri).replaceQueryParam("page", page + 1);
            exchange.getResponseHeaders()
                    .add("Link", "<http://x" + next.build() + ">; rel=\"next\"");
        }
        if (rows.size() <= counted) {
            exchange.getResponseHeaders().add("X-Total", "" + rows.size());
        }
        var cut = rows.subList(from, Math.min(rows.size(), from + size));
        return new Reply(
                200, cut.stream().map(Row::json).collect(Collectors.joining(",", "[", "]")));
    }

    private static List<Row> wanted(List<Row> all, MultiValueMap<String, String> query) {
        var iids = query.get("iids%5B%5D");
        var after =
                Stream.of("created_after", "updated_after")
                        .map(query::getFirst)
                        .filter(Objects::nonNull)
                        .map(time -> Instant.parse(time.replace("%3A", ":")))
                        .findFirst()
                        .orElse(Instant.MIN);
        return all.stream()
                .filter(row -> iids == null || iids.contains("" + row.iid()))
                .filter(row -> !row.at().isBefore(after))
                .toList();
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
    }
}
