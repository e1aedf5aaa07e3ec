package dev.pavior.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.sandbox.Receiver;
import dev.pavior.sandbox.RunningSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A long past and many changes come quickly, and what really changed is known. */
class LoadIT {

    @TempDir Path directory;

    @Test
    void makesAPastOfWhichNoHookTellsAndKeepsIt() throws Exception {
        // Given
        try (var receiver = new Receiver(0)) {
            JsonNode made;
            try (var sandbox = kept(receiver)) {
                // When
                made =
                        sandbox.ask(
                                "POST", "/-/sandbox/seed", "issues=300&merge_requests=50&seed=4");
            }

            // Then
            try (var again = kept(receiver)) {
                assertThat(receiver.received()).isEmpty();
                assertThat(made.get("events").asInt()).isGreaterThan(300);
                var page =
                        again.send(
                                "GET",
                                "/api/v4/issues?scope=all&per_page=1",
                                RunningSandbox.READ,
                                "");
                assertThat(page.headers().firstValue("x-total")).contains("300");
                assertThat(
                                again.ask(
                                        "GET",
                                        "/api/v4/projects/1/issues/1/resource_label_events",
                                        ""))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void changesItemsForRealAndCountsWhatItTold() throws Exception {
        // Given
        try (var receiver = new Receiver(0);
                var sandbox =
                        RunningSandbox.with(Map.of("pavior.sandbox.hook-url", receiver.url()))) {
            sandbox.ask("POST", "/-/sandbox/seed", "issues=50&merge_requests=20&events=1");

            // When
            sandbox.ask("POST", "/-/sandbox/changes", "count=300&seed=9");

            // Then
            await().atMost(Duration.ofSeconds(30)).until(() -> done(sandbox));
            var told = sandbox.ask("GET", "/-/sandbox/changes", "");
            int changes = told.get("changes").asInt();
            assertThat(changes).isGreaterThanOrEqualTo(300);
            await().untilAsserted(() -> assertThat(receiver.received()).hasSize(changes));
            assertThat(counted(receiver)).isEqualTo(changes(told));
        }
    }

    private static boolean done(RunningSandbox sandbox) throws Exception {
        var progress = sandbox.ask("GET", "/-/sandbox/changes?items=false", "");
        return !progress.get("running").asBoolean() && progress.get("done").asInt() == 300;
    }

    private static Map<String, Integer> changes(JsonNode told) {
        var changes = new HashMap<String, Integer>();
        told.get("items")
                .properties()
                .forEach(
                        item -> changes.put(item.getKey(), item.getValue().get("changes").asInt()));
        return changes;
    }

    /** As the receiver sees it. */
    private static Map<String, Integer> counted(Receiver receiver) {
        var counts = new HashMap<String, Integer>();
        for (var hook : receiver.received()) {
            counts.merge(item(hook.body()), 1, Integer::sum);
        }
        return counts;
    }

    private static String item(JsonNode body) {
        boolean note = body.get("object_kind").asString().equals("note");
        boolean request =
                note
                        ? body.has("merge_request")
                        : body.get("object_kind").asString().equals("merge_request");
        var item =
                note
                        ? body.get(request ? "merge_request" : "issue")
                        : body.get("object_attributes");
        return body.at("/project/id").asString()
                + "/"
                + (request ? "merge_requests/" : "issues/")
                + item.get("iid").asString();
    }

    private RunningSandbox kept(Receiver receiver) {
        return RunningSandbox.with(
                Map.of(
                        "pavior.sandbox.hook-url",
                        receiver.url(),
                        "pavior.sandbox.data-dir",
                        directory.toString()));
    }
}
