package dev.pavior.metrics.domain;

import static dev.pavior.metrics.domain.Items.closed;
import static dev.pavior.metrics.domain.Items.gone;
import static dev.pavior.metrics.domain.Items.item;
import static dev.pavior.metrics.domain.Items.merged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.metrics.domain.Item.Kind;
import dev.pavior.metrics.domain.Item.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishTest {

    @ParameterizedTest
    @CsvSource({
        "Etc/UTC,              2026-10-31T23:59:59.999Z, 2026-10-31",
        "Etc/UTC,              2026-11-01T00:00:00Z,     2026-11-01",
        "Europe/Berlin,        2026-10-31T22:59:59Z,     2026-10-31",
        "Europe/Berlin,        2026-10-31T23:00:00Z,     2026-11-01",
        "America/Los_Angeles,  2026-11-01T06:59:59Z,     2026-10-31",
        "America/Los_Angeles,  2026-11-01T07:00:00Z,     2026-11-01",
        "Pacific/Auckland,     2026-10-31T11:00:00Z,     2026-11-01",
    })
    void takesTheDayInTheTeamsZone(String zone, String mergedAt, LocalDate day) {
        // When
        var finish = Finish.of(merged(mergedAt), ZoneId.of(zone));

        // Then
        assertThat(finish).isEqualTo(new Finish.On(day));
    }

    @ParameterizedTest
    @CsvSource({
        "MERGE_REQUEST, OTHER",
        "MERGE_REQUEST, CLOSED",
        "ISSUE,         OTHER",
        "ISSUE,         MERGED",
        "OTHER,         CLOSED",
        "OTHER,         MERGED",
    })
    void isNotYetUnlessMergedRequestOrClosedIssue(Kind kind, State state) {
        // When
        var finish =
                Finish.of(
                        item(kind, state, Optional.of(Instant.parse("2026-11-02T00:00:00Z"))),
                        ZoneOffset.UTC);

        // Then
        assertThat(finish).isEqualTo(new Finish.NotYet());
    }

    @ParameterizedTest
    @CsvSource({"MERGE_REQUEST, MERGED", "ISSUE, CLOSED"})
    void isUndatedWithoutDate(Kind kind, State state) {
        // When
        var finish = Finish.of(item(kind, state, Optional.empty()), ZoneOffset.UTC);

        // Then
        assertThat(finish).isEqualTo(new Finish.Undated());
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z,     true",
        "1999-12-31T23:59:59Z,     true",
        "2000-01-01T00:00:00Z,     false",
        "2026-11-20T12:00:00Z,     false",
        "2026-11-21T12:00:00Z,     false",
        "2026-11-21T12:00:00.001Z, true",
        "2099-01-01T00:00:00Z,     true",
        "+292278994-08-17T07:12:55.807Z, true",
    })
    void doesNotBelieveAnAbsurdDate(String at, boolean implausible) {
        // When
        var finish = Finish.of(closed(at), ZoneOffset.UTC);

        // Then
        assertThat(finish instanceof Finish.Implausible).isEqualTo(implausible);
    }

    @Test
    void isGoneOnceTheItemCannotBeSeen() {
        // When
        var finish = Finish.of(gone(merged("2026-11-02T00:00:00Z")), ZoneOffset.UTC);

        // Then
        assertThat(finish).isEqualTo(new Finish.Gone());
    }
}
