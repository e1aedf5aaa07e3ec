package dev.pavior.intake.gitlab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * Carries requests, and makes only two itself: GET, and POST of a query to the GraphQL address.
 *
 * <p>The JDK's client, because callers are virtual threads that may block, and it brings nothing
 * along.
 */
final class Wire implements AutoCloseable {

    private static final int REDIRECTS = 3;

    private final GitLabSource source;
    private final HttpClient client;

    Wire(GitLabSource source) {
        this.source = source;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(source.connectTimeout())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    /** Gets a resource, and where it has moved to on the same host. */
    Reply get(ApiPath path, String token) throws IOException {
        var at = path;
        var reply = send(at(at), token, HttpRequest.Builder::GET);
        for (int i = 0; reply.isRedirect() && i < REDIRECTS; i++) {
            at = target(reply, at);
            reply = send(at(at), token, HttpRequest.Builder::GET);
        }
        return reply;
    }

    Reply query(byte[] document, String token) throws IOException {
        var address = URI.create(source.baseUrl() + "/api/graphql");
        return send(
                address,
                token,
                request ->
                        request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(document)));
    }

    URI at(ApiPath path) {
        return URI.create(source.baseUrl() + ApiPath.ROOT + path.text());
    }

    /** The token goes to no other host, so neither does the question. */
    private ApiPath target(Reply reply, ApiPath from) throws IOException {
        var location = reply.headers().firstValue("location").orElse("");
        var target = at(from).resolve(location);
        if (!source.host().equalsIgnoreCase(hostOf(target))) {
            throw new IOException("redirected to another host");
        }
        return ApiPath.ofLink(target.toString())
                .orElseThrow(() -> new IOException("redirected out of the interface"));
    }

    private static String hostOf(URI uri) {
        int usual = "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getPort() == -1 || uri.getPort() == usual
                ? String.valueOf(uri.getHost())
                : uri.getHost() + ":" + uri.getPort();
    }

    Reply send(URI uri, String token, UnaryOperator<HttpRequest.Builder> how) throws IOException {
        var request =
                how.apply(HttpRequest.newBuilder(uri))
                        .header("PRIVATE-TOKEN", token)
                        .header("Accept", "application/json")
                        .header("User-Agent", "pavior-intake")
                        .timeout(source.responseTimeout())
                        .build();
        var body =
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), source.maxResponse().toBytes());
        var answer = client.sendAsync(request, body);
        try {
            // The client's own timeout ends with the headers; this one has the body in it.
            return new Reply(
                    answer.get(source.responseTimeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw new StoppedException();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer in time", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
