package dev.pavior.labeling.writer;

import io.netty.channel.ChannelOption;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** One call at a time to GitLab's REST interface, blocking; what may pass is thrown as such. */
final class GitLabCalls {

    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(3);
    private static final Duration LOCK_PAUSE = Duration.ofMillis(300);
    // What GitLab itself says of a request; anything else, such as a redirect, may pass.
    private static final Set<Integer> PLAIN = Set.of(400, 403, 404, 409, 422);

    private final WebClient client;
    private final Duration patience;

    GitLabCalls(WebClient.Builder builder, GitLabSettings settings) {
        this(builder, settings, settings.responseTimeout(), HttpClient.create());
    }

    /** For calls that GitLab would do twice: nothing below repeats one by itself. */
    static GitLabCalls once(WebClient.Builder builder, GitLabSettings settings) {
        return new GitLabCalls(
                builder,
                settings,
                settings.creationTimeout(),
                HttpClient.create().disableRetry(true));
    }

    private GitLabCalls(
            WebClient.Builder builder,
            GitLabSettings settings,
            Duration responseTimeout,
            HttpClient plain) {
        var http =
                plain.followRedirect(false)
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                (int) settings.connectTimeout().toMillis())
                        .responseTimeout(responseTimeout);
        this.client =
                builder.clientConnector(new ReactorClientHttpConnector(http))
                        .baseUrl(settings.url().replaceAll("/+$", "") + "/api/v4")
                        .defaultHeader("PRIVATE-TOKEN", settings.writeToken().value())
                        .codecs(c -> c.defaultCodecs().maxInMemorySize(maxBytes(settings)))
                        .build();
        this.patience = settings.connectTimeout().plus(responseTimeout.multipliedBy(2));
    }

    private static int maxBytes(GitLabSettings settings) {
        return Math.toIntExact(settings.maxResponse().toBytes());
    }

    WebClient client() {
        return client;
    }

    static <T> T body(ResponseEntity<T> answer) {
        var body = answer.getBody();
        if (body == null) {
            throw GitLabUnavailable.because("GitLab's answer has no body", null);
        }
        return body;
    }

    /** Asks again for a little while where something else holds the item. */
    <T> ResponseEntity<T> whileLocked(Supplier<ResponseEntity<T>> request) {
        var deadline = Instant.now().plus(LOCK_PATIENCE);
        var answer = request.get();
        while (answer.getStatusCode().value() == 409) {
            if (Instant.now().isAfter(deadline)) {
                throw GitLabUnavailable.perhapsForThisItem("the item stays locked");
            }
            pause();
            answer = request.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(LOCK_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GitLabUnavailable.because("interrupted", e);
        }
    }

    /**
     * Makes a call.
     *
     * @throws GitLabUnavailable where it must be tried again later
     */
    <T> ResponseEntity<T> call(WebClient.RequestHeadersSpec<?> request, Class<T> type) {
        try {
            var answer =
                    request.exchangeToMono(
                                    response ->
                                            response.statusCode().is2xxSuccessful()
                                                    ? response.toEntity(type)
                                                    : response.releaseBody()
                                                            .then(Mono.just(empty(response))))
                            .map(Function.<ResponseEntity<T>>identity())
                            .block(patience);
            return refuseLater(java.util.Objects.requireNonNull(answer));
        } catch (WebClientException | IllegalStateException e) {
            throw failure(e);
        } catch (CodecException e) {
            throw GitLabUnavailable.perhapsForThisItem("GitLab's answer cannot be read");
        }
    }

    private static GitLabUnavailable failure(Exception e) {
        if (isUnreadable(e)) {
            return GitLabUnavailable.perhapsForThisItem("GitLab's answer cannot be read");
        }
        var reason = "GitLab cannot be reached: " + kind(e);
        return e.getCause() instanceof ConnectException
                        || e.getCause() instanceof UnknownHostException
                ? GitLabUnavailable.because(reason, e)
                : GitLabUnavailable.unanswered(reason, null, e);
    }

    private static boolean isUnreadable(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof CodecException
                        || failure instanceof DataBufferLimitException
                        || isUnreadable(failure.getCause()));
    }

    private static <T> ResponseEntity<T> empty(
            org.springframework.web.reactive.function.client.ClientResponse response) {
        return ResponseEntity.status(response.statusCode())
                .headers(response.headers().asHttpHeaders())
                .build();
    }

    private static String kind(Exception e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return cause.getClass().getSimpleName();
    }

    private static <T> ResponseEntity<T> refuseLater(ResponseEntity<T> answer) {
        int status = answer.getStatusCode().value();
        switch (status) {
            case 401 -> throw GitLabUnavailable.because("GitLab does not know our token", null);
            case 429 ->
                    throw GitLabUnavailable.until(
                            "GitLab's rate limit", retryAfter(answer.getHeaders()));
            case 503 ->
                    throw GitLabUnavailable.until(
                            unexpected(status), retryAfter(answer.getHeaders()));
            // A proxy gave up; what stands behind it may not have.
            case 502, 504 ->
                    throw GitLabUnavailable.unanswered(
                            unexpected(status), retryAfter(answer.getHeaders()), null);
            default -> {
                if (status / 100 != 2 && !PLAIN.contains(status)) {
                    throw GitLabUnavailable.perhapsForThisItem(unexpected(status));
                }
            }
        }
        return answer;
    }

    static String unexpected(int status) {
        return "GitLab answers " + status;
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return value != null && value.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(value))
                : null;
    }
}
