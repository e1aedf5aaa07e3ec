package dev.pavior.labeling.writer;

import dev.pavior.contract.ItemKey;
import dev.pavior.labeling.domain.EditPlan.Look;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The few calls to GitLab's REST interface that the writer needs; blocking. */
final class GitLab {

    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(3);
    private static final Duration LOCK_PAUSE = Duration.ofMillis(300);
    private static final int MAX_LABEL_PAGES = 50;
    // What GitLab itself says of a request; anything else, such as a redirect, may pass.
    private static final Set<Integer> PLAIN = Set.of(400, 403, 404, 409, 422);

    private final WebClient client;
    private final Duration patience;

    GitLab(WebClient.Builder builder, GitLabSettings settings) {
        var http =
                HttpClient.create()
                        .followRedirect(false)
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                (int) settings.connectTimeout().toMillis())
                        .responseTimeout(settings.responseTimeout());
        this.client =
                builder.clientConnector(new ReactorClientHttpConnector(http))
                        .baseUrl(settings.url().replaceAll("/+$", "") + "/api/v4")
                        .defaultHeader("PRIVATE-TOKEN", settings.writeToken().value())
                        .codecs(c -> c.defaultCodecs().maxInMemorySize(maxBytes(settings)))
                        .build();
        this.patience = settings.connectTimeout().plus(settings.responseTimeout().multipliedBy(2));
    }

    private static int maxBytes(GitLabSettings settings) {
        return Math.toIntExact(settings.maxResponse().toBytes());
    }

    /** An issue or merge request, as far as it is read. */
    record ItemBody(@Nullable String state, @Nullable List<String> labels) {}

    /** A label, as far as it is read. */
    record LabelBody(@Nullable String name) {}

    /** What GitLab says about itself, as far as it is read. */
    record VersionBody(@Nullable String version) {}

    /** Asks something that costs GitLab next to nothing. */
    boolean isWell() {
        try {
            call(client.get().uri("/version"), VersionBody.class);
            return true;
        } catch (GitLabUnavailable e) {
            return false;
        }
    }

    Answer read(ItemKey key) {
        return about(
                call(client.get().uri(path(key), key.containerId(), key.iid()), ItemBody.class));
    }

    /** Puts labels on and takes labels off in one request; never replaces the whole set. */
    Answer change(ItemKey key, List<String> add, List<String> remove) {
        var form = new LinkedMultiValueMap<String, String>();
        if (!add.isEmpty()) {
            form.add("add_labels", String.join(",", add));
        }
        if (!remove.isEmpty()) {
            form.add("remove_labels", String.join(",", remove));
        }
        return about(
                whileLocked(
                        () ->
                                call(
                                        client.put()
                                                .uri(path(key), key.containerId(), key.iid())
                                                .body(BodyInserters.fromFormData(form)),
                                        ItemBody.class)));
    }

    /** The titles of all labels that a project can use. */
    List<String> labels(long projectId) {
        var titles = new ArrayList<String>();
        var page = "1";
        for (int read = 0; !page.isEmpty() && read < MAX_LABEL_PAGES; read++) {
            var next = page;
            var answer =
                    call(
                            client.get()
                                    .uri(
                                            "/projects/{id}/labels?include_ancestor_groups=true"
                                                    + "&per_page=100&page={page}",
                                            projectId,
                                            next),
                            LabelBody[].class);
            if (!answer.getStatusCode().is2xxSuccessful()) {
                break;
            }
            for (var label : body(answer)) {
                titles.add(String.valueOf(label.name()));
            }
            page = String.valueOf(answer.getHeaders().getFirst("x-next-page")).replace("null", "");
        }
        return titles;
    }

    private static String path(ItemKey key) {
        return switch (key.kind()) {
            case ISSUE -> "/projects/{id}/issues/{iid}";
            case MERGE_REQUEST -> "/projects/{id}/merge_requests/{iid}";
            case EPIC -> throw new IllegalArgumentException("epics are not edited");
        };
    }

    private static Answer about(ResponseEntity<ItemBody> answer) {
        var status = answer.getStatusCode();
        if (status.is2xxSuccessful()) {
            var item = body(answer);
            var labels = item.labels() == null ? List.<String>of() : item.labels();
            return new Answer.Seen(new Look(String.valueOf(item.state()), labels));
        }
        return switch (status.value()) {
            case 404 -> new Answer.Missing();
            case 403 -> new Answer.Forbidden();
            case 400, 422 -> new Answer.Rejected(status.value());
            default -> throw GitLabUnavailable.perhapsForThisItem(unexpected(status.value()));
        };
    }

    private static <T> T body(ResponseEntity<T> answer) {
        var body = answer.getBody();
        if (body == null) {
            throw GitLabUnavailable.because("GitLab's answer has no body", null);
        }
        return body;
    }

    private <T> ResponseEntity<T> whileLocked(
            java.util.function.Supplier<ResponseEntity<T>> request) {
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

    private <T> ResponseEntity<T> call(WebClient.RequestHeadersSpec<?> request, Class<T> type) {
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
            throw isUnreadable(e)
                    ? GitLabUnavailable.perhapsForThisItem("GitLab's answer cannot be read")
                    : GitLabUnavailable.because("GitLab cannot be reached: " + kind(e), e);
        } catch (CodecException e) {
            throw GitLabUnavailable.perhapsForThisItem("GitLab's answer cannot be read");
        }
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
            case 502, 503, 504 ->
                    throw GitLabUnavailable.until(
                            unexpected(status), retryAfter(answer.getHeaders()));
            default -> {
                if (status / 100 != 2 && !PLAIN.contains(status)) {
                    throw GitLabUnavailable.perhapsForThisItem(unexpected(status));
                }
            }
        }
        return answer;
    }

    private static String unexpected(int status) {
        return "GitLab answers " + status;
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return value != null && value.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(value))
                : null;
    }
}
