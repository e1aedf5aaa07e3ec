package dev.pavior.labeling.writer;

import dev.pavior.contract.ItemKey;
import dev.pavior.labeling.domain.EditPlan.Look;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

/** The few calls to GitLab's REST interface that the writer needs; blocking. */
final class GitLab {

    private static final int MAX_LABEL_PAGES = 50;

    private final GitLabCalls calls;
    private final WebClient client;

    GitLab(GitLabCalls calls) {
        this.calls = calls;
        this.client = calls.client();
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
            calls.call(client.get().uri("/version"), VersionBody.class);
            return true;
        } catch (GitLabUnavailable e) {
            return false;
        }
    }

    Answer read(ItemKey key) {
        return about(
                calls.call(
                        client.get().uri(path(key), key.containerId(), key.iid()), ItemBody.class));
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
                calls.whileLocked(
                        () ->
                                calls.call(
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
                    calls.call(
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
            for (var label : GitLabCalls.body(answer)) {
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
            var item = GitLabCalls.body(answer);
            var labels = item.labels() == null ? List.<String>of() : item.labels();
            return new Answer.Seen(new Look(String.valueOf(item.state()), labels));
        }
        return Answer.failed(status.value());
    }
}
