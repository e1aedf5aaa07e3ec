package dev.pavior.labeling.writer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A tiny GitLab of items and labels that fails as it is told to. */
final class FaultyGitLab implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, TreeSet<String>> items = new ConcurrentHashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> issues = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();
    private volatile int versionStatus = 200;
    private volatile boolean cutting;
    private volatile Duration creationTime = Duration.ZERO;
    private List<String> labels = List.of("ProdSecEngMetric::Pending", "Seen", "twin");

    /** An answer instead of the right one, to the next request of this method. */
    record Fault(String method, int status, Map<String, String> headers, String body) {}

    FaultyGitLab() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v4/projects/7/", this::answer);
        server.createContext("/api/v4/version", this::answerVersion);
        server.start();
    }

    String url() {
        return "http://" + host();
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    FaultyGitLab holding(String item, String... labels) {
        items.put(item, new TreeSet<>(List.of(labels)));
        return this;
    }

    FaultyGitLab failing(String method, int status) {
        return failing(new Fault(method, status, Map.of(), ""));
    }

    synchronized FaultyGitLab failing(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** The labels on an item, such as {@code issues/1}. */
    List<String> labelsOf(String item) {
        return List.copyOf(items.get(item));
    }

    /** Each request so far, method and path. */
    List<String> requests() {
        return requests;
    }

    long writes() {
        return requests.stream().filter(request -> request.startsWith("PUT")).count();
    }

    /** The forms of all writes. */
    List<Map<String, String>> forms() {
        return forms;
    }

    private synchronized Fault nextFault(String method) {
        var found = faults.stream().filter(fault -> fault.method().equals(method)).findFirst();
        found.ifPresent(faults::remove);
        return found.orElse(null);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring("/api/v4/projects/7/".length());
        requests.add(exchange.getRequestMethod() + " " + path);
        var fault = nextFault(exchange.getRequestMethod());
        var form = form(exchange);
        if (fault != null) {
            fault.headers().forEach(exchange.getResponseHeaders()::add);
            send(exchange, fault.status(), fault.body());
        } else if (path.equals("labels")) {
            send(exchange, 200, json(labels.stream().map(l -> "{\"name\":" + quote(l) + "}")));
        } else if (path.equals("issues")) {
            answerIssues(exchange, form);
        } else if (items.containsKey(path)) {
            answerItem(exchange, path, form);
        } else {
            send(exchange, 404, "{\"message\":\"404 Not found\"}");
        }
    }

    private void answerIssues(HttpExchange exchange, Map<String, String> form) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            var query = exchange.getRequestURI().getQuery();
            queries.add(query);
            var word = query.substring(query.indexOf("search=") + "search=".length());
            var found = issues.stream().filter(one -> one.get("description").contains(word));
            send(exchange, 200, json(found.map(this::issue)));
            return;
        }
        pause(creationTime);
        issues.add(form);
        if (cutting) {
            exchange.close();
        } else {
            send(exchange, 201, issue(form));
        }
    }

    private String issue(Map<String, String> form) {
        var labels = json(split(form.get("labels")).stream().map(FaultyGitLab::quote));
        var text = quote(form.get("description").replace("\n", "\\n"));
        return "{\"iid\":%d,\"description\":%s,\"labels\":%s}"
                .formatted(issues.indexOf(form) + 1, text, labels);
    }

    /** Whether it cuts the connection after it created an issue, instead of answering. */
    FaultyGitLab cuttingAfterCreation(boolean cutting) {
        this.cutting = cutting;
        return this;
    }

    /** Lets each creation take so long, whether or not its caller waits. */
    FaultyGitLab creatingWithin(Duration howLong) {
        creationTime = howLong;
        return this;
    }

    /** What was asked of all lists of issues. */
    List<String> queries() {
        return queries;
    }

    /** The forms of all issues that were created. */
    List<Map<String, String>> issues() {
        return issues;
    }

    private void answerVersion(HttpExchange exchange) throws IOException {
        var well = versionStatus == 200;
        send(exchange, versionStatus, well ? "{\"version\":\"18.5.0\"}" : "");
    }

    /** Answers so, from now on, when asked for its version. */
    FaultyGitLab answeringAboutItself(int status) {
        versionStatus = status;
        return this;
    }

    private void answerItem(HttpExchange exchange, String path, Map<String, String> form)
            throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            forms.add(form);
            items.get(path).addAll(split(form.get("add_labels")));
            items.get(path).removeAll(split(form.get("remove_labels")));
        }
        var labels = json(items.get(path).stream().map(FaultyGitLab::quote));
        send(exchange, 200, "{\"state\":\"opened\",\"labels\":" + labels + ",\"iid\":1}");
    }

    private static List<String> split(String labels) {
        return labels == null ? List.of() : List.of(labels.split(","));
    }

    private static String json(java.util.stream.Stream<String> parts) {
        return parts.collect(Collectors.joining(",", "[", "]"));
    }

    private static String quote(String text) {
        return "\"" + text + "\"";
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        return Arrays.stream(body.split("&"))
                .filter(part -> part.contains("="))
                .map(part -> part.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Lets the next request of this method wait. */
    FaultyGitLab sleeping(Duration howLong) {
        server.removeContext("/api/v4/projects/7/");
        server.createContext(
                "/api/v4/projects/7/",
                exchange -> {
                    pause(howLong);
                    answer(exchange);
                });
        return this;
    }

    private static void pause(Duration howLong) {
        try {
            Thread.sleep(howLong);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
