package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.reading.ListingGitLab.Row;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReconcileTest {

    private static final Place GROUP = new Place(Place.Kind.GROUP, 1, "acme", null);
    private static final Instant FIRST = Instant.parse("2026-03-10T12:00:00Z");

    private final ListingGitLab server = new ListingGitLab();
    private final Desk desk = Desks.of(server.client());
    private final NumberedSort sort = new NumberedSort("issues", ItemKey.Kind.ISSUE);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void readsPastRowsThatAreTooLargeTogether() {
        // Given
        server.lists("/groups/1/issues", rows(150, "x".repeat(1_500)));

        // When
        var read = new Reconcile(desk, GROUP, sort).run();

        // Then
        assertThat(read).isTrue();
        assertThat(Set.copyOf(sort.seen())).hasSize(150);
        assertThat(cursor().getState()).isEqualTo(ReadState.DONE);
    }

    @Test
    void saysWhyAListCannotBeRead() {
        // Given
        server.lists("/groups/1/issues", rows(1, "x".repeat(70_000)));

        // When
        var read = new Reconcile(desk, GROUP, sort).run();

        // Then
        assertThat(read).isFalse();
        assertThat(cursor().getState()).isEqualTo(ReadState.FAILED);
        assertThat(cursor().getReason())
                .isEqualTo("one row alone is larger than what is read at once");
    }

    @Test
    void countsWhatFailedUntilItIsReadAgain() {
        // Given
        var registry = new SimpleMeterRegistry();
        Reading.watch(desk, ReadState.FAILED, registry);
        var reconcile = new Reconcile(desk, GROUP, sort);

        // When
        reconcile.run();
        var before = registry.get("pavior.reading.failed").gauge().value();
        server.lists("/groups/1/issues", rows(1, "x"));
        reconcile.run();

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(registry.get("pavior.reading.failed").gauge().value()).isZero();
    }

    private ReadCursor cursor() {
        return desk.cursor(ReadJob.RECONCILE, "issues of group 1").orElseThrow();
    }

    private static List<Row> rows(int count, String title) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(i -> new Row(i, FIRST.plusSeconds(i), title))
                .toList();
    }
}
