package dev.pavior.intake.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.requests.Progress.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private final Ledger ledger = new Ledger(settings(), Clock.fixed(NOW, ZoneOffset.UTC));

    private static RequestSettings settings() {
        var second = Duration.ofSeconds(1);
        return new RequestSettings(
                DataSize.ofKilobytes(1), second, second, second, Duration.ofDays(90), 3);
    }

    private static Entry entry(String id, String digest, boolean published) {
        return entry(id, digest, published, NOW);
    }

    private static Entry entry(String id, String digest, boolean published, Instant at) {
        return new Entry(
                id, "risk", "title", "area", 7, "ada", at, false, false, digest, published);
    }

    private static Progress progress(Status status) {
        return new Progress(status, null, null, null, NOW);
    }

    @Test
    void letsTheFirstOnTheTopicCount() {
        // Given
        ledger.claim(entry("a", "mine", false));

        // When
        ledger.add(entry("a", "first", true));
        ledger.add(entry("a", "second", true));

        // Then
        assertThat(ledger.find("a")).map(Entry::digest).hasValue("first");
    }

    @Test
    void letsTheFirstOnTheTopicCountThoughAnotherWasPublishedHere() {
        // Given
        ledger.claim(entry("a", "mine", false));
        ledger.published(entry("a", "mine", true));

        // When
        ledger.add(entry("a", "first", true));
        ledger.add(entry("a", "mine", true));

        // Then
        assertThat(ledger.find("a")).map(Entry::digest).hasValue("first");
    }

    @Test
    void tellsWhoPublishesThatAnotherWasFirst() {
        // Given
        ledger.claim(entry("a", "mine", false));
        ledger.add(entry("a", "first", true));

        // When
        var counts = ledger.published(entry("a", "mine", true));

        // Then
        assertThat(counts.digest()).isEqualTo("first");
    }

    @Test
    void forgetsAClaimThatCameToNothing() {
        // Given
        ledger.claim(entry("a", "x", false));
        ledger.add(entry("b", "x", true));

        // When
        ledger.disclaim("a");
        ledger.disclaim("b");

        // Then
        assertThat(ledger.claim(entry("a", "y", false))).isEmpty();
        assertThat(ledger.claim(entry("b", "y", false))).map(Entry::digest).hasValue("x");
    }

    @Test
    void keepsTheNewestOfTooMany() {
        // When
        for (var id : new String[] {"a", "b", "c", "d"}) {
            ledger.add(entry(id, "x", true));
            ledger.add(id, progress(Status.ROUTED));
        }

        // Then
        assertThat(ledger.find("a")).isEmpty();
        assertThat(ledger.progressOf("a")).isEqualTo(Progress.NONE);
        assertThat(ledger.find("d")).isPresent();
        assertThat(ledger.progressOf("d").status()).isEqualTo(Status.ROUTED);
    }

    @Test
    void forgetsWhatIsTooOld() {
        // When
        ledger.add(entry("a", "x", true, NOW.minus(Duration.ofDays(91))));

        // Then
        assertThat(ledger.find("a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ROUTED, CREATED, CREATED",
        "HELD, CREATED, CREATED",
        "DRY_RUN, CREATED, CREATED",
        "CREATED, ROUTED, CREATED",
        "CREATED, HELD, CREATED",
        "REDIRECTED, ROUTED, REDIRECTED",
        "HELD, ROUTED, HELD",
        "ROUTED, HELD, HELD",
        "HELD, DRY_RUN, DRY_RUN"
    })
    void standsWhereTheResultsLedIt(Status first, Status then, Status stands) {
        // When
        ledger.add("a", progress(first));
        ledger.add("a", progress(then));

        // Then
        assertThat(ledger.progressOf("a").status()).isEqualTo(stands);
    }

    @Test
    void remembersWhomARequestWasReferredTo() {
        // Given
        ledger.add("a", new Progress(Status.ROUTED, "AppSec", "out of scope", null, NOW));

        // When
        ledger.add("a", new Progress(Status.CREATED, null, null, "h/1/issue/2", NOW));

        // Then
        assertThat(ledger.progressOf("a"))
                .isEqualTo(
                        new Progress(
                                Status.REDIRECTED, "AppSec", "out of scope", "h/1/issue/2", NOW));
    }
}
