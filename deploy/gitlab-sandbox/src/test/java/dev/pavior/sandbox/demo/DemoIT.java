package dev.pavior.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.sandbox.Receiver;
import dev.pavior.sandbox.RunningSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A demo's history arrives whole, whatever happens on the way. */
class DemoIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path directory;

    @Test
    void tellsItsHistoryOnceThroughAnAbsentReceiverAndARestart() throws Exception {
        try (var receiver = new Receiver(0)) {
            // Given
            receiver.answer(503);
            try (var _ = demo(receiver)) {
                receiver.answer(200);
                await().atMost(PATIENCE).until(() -> receiver.received().size() > 300);
            }
            int before = receiver.received().size();

            // When
            try (var _ = demo(receiver)) {
                long expected = expected();
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(played()).isEqualTo(expected));

                // Then
                var ids =
                        receiver.received().stream()
                                .map(h -> h.header("Idempotency-Key"))
                                .distinct()
                                .toList();
                assertThat(ids).hasSize((int) expected);
                assertThat(receiver.received().size() - ids.size())
                        .as("sent again because the restart came between receipt and its record")
                        .isLessThanOrEqualTo(8);
                assertThat(before).isLessThan((int) expected);
                inOrder(receiver.received());
            }
        }
    }

    @Test
    void livesOn() throws Exception {
        try (var sandbox = RunningSandbox.with(living())) {
            // Given
            String issues = "/api/v4/projects/1/issues?per_page=1&scope=all";

            // When
            var began = Instant.now();

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(changedSince(sandbox, began)).isPositive());
            assertThat(sandbox.send("GET", issues, RunningSandbox.READ, "").statusCode())
                    .isEqualTo(200);
        }
    }

    private static int changedSince(RunningSandbox sandbox, Instant began) throws Exception {
        var answer =
                sandbox.send(
                        "GET",
                        "/api/v4/groups/acme/issues?updated_after=" + began,
                        RunningSandbox.READ,
                        "");
        return JsonMapper.shared().readTree(answer.body()).size();
    }

    private static Map<String, Object> living() {
        return Map.of("pavior.sandbox.demo", true, "pavior.sandbox.life-seconds", 1);
    }

    private RunningSandbox demo(Receiver receiver) {
        return RunningSandbox.with(
                Map.of(
                        "pavior.sandbox.demo",
                        true,
                        "pavior.sandbox.life-seconds",
                        0,
                        "pavior.sandbox.data-dir",
                        directory.toString(),
                        "pavior.sandbox.hook-url",
                        receiver.url()));
    }

    private long played() throws Exception {
        try (var lines = Files.lines(directory.resolve("world.jsonl"))) {
            return lines.filter(line -> line.startsWith("{\"kind\":\"Played\"")).count();
        }
    }

    private long expected() throws Exception {
        Instant born;
        try (var lines = Files.lines(directory.resolve("world.jsonl"))) {
            var root = JsonMapper.shared().readTree(lines.findFirst().orElseThrow());
            born = Instant.parse(root.at("/value/createdAt").asString());
        }
        var told = new ArrayList<Object>();
        History.played(born, told::add);
        return told.size();
    }

    private static void inOrder(List<Receiver.Received> hooks) {
        var latest = new HashMap<String, String>();
        for (var hook : hooks) {
            var attributes = hook.body().get("object_attributes");
            if (hook.body().get("object_kind").asString().equals("note")) {
                continue;
            }
            String item = hook.body().get("object_kind").asString() + attributes.get("id");
            String at = attributes.get("updated_at").asString();
            String before = latest.put(item, at);
            assertThat(before == null || before.compareTo(at) <= 0).as(item + " in order").isTrue();
        }
    }
}
