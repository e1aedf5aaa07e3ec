package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.HistoryEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TimelineTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void putsWhatWasTakenOffBeforeWhatReplacedIt() {
        // Given
        var on = label(7, NOON, "add", "{\"id\":2,\"name\":\"workflow::in review\"}");
        var off = label(8, NOON, "remove", "{\"id\":1,\"name\":\"workflow::in dev\"}");
        var first =
                label(3, NOON.minusSeconds(60), "add", "{\"id\":1,\"name\":\"workflow::in dev\"}");

        // When
        var timeline = Timeline.of(List.of(on, off, first));

        // Then
        assertThat(timeline.events()).containsExactly(first, off, on);
        assertThat(timeline.cut()).isFalse();
    }

    @Test
    void keepsAnEventWhoseLabelWasDeleted() {
        // When
        var event = label(4, NOON, "add", "null");

        // Then
        assertThat(event.getLabel()).isNull();
        assertThat(event.getLabelId()).isNull();
        assertThat(event.getAdded()).isTrue();
    }

    @Test
    void leavesTheOldestOutWhereAllAreTooMany() {
        // Given
        var name = "x".repeat(255);
        var events =
                IntStream.range(0, 5_000)
                        .mapToObj(
                                i ->
                                        label(
                                                i + 1,
                                                NOON.plusSeconds(i),
                                                "add",
                                                "{\"id\":1,\"name\":\"" + name + "\"}"))
                        .toList();

        // When
        var timeline = Timeline.of(events);

        // Then
        assertThat(timeline.cut()).isTrue();
        assertThat(timeline.events()).hasSizeBetween(3_000, 3_100);
        assertThat(timeline.events().getLast()).isEqualTo(events.getLast());
    }

    private static HistoryEvent label(long id, Instant at, String action, String label) {
        var row =
                "{\"id\":%d,\"created_at\":\"%s\",\"user\":{\"id\":5},\"action\":\"%s\",\"label\":%s}"
                        .formatted(id, at, action, label);
        return HistoryKind.LABEL.read(JsonMapper.builder().build().readTree(row)).orElseThrow();
    }
}
