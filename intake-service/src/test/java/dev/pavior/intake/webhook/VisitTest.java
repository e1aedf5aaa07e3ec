package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.Topics;
import dev.pavior.intake.health.Ledger;
import dev.pavior.intake.webhook.Outcome.Published;
import dev.pavior.intake.webhook.Outcome.Refusal;
import dev.pavior.intake.webhook.Outcome.Refused;
import dev.pavior.intake.webhook.Outcome.Unavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class VisitTest {

    /** Those that wait for the sheet. */
    private final List<Consumer<Boolean>> waiting = new ArrayList<>();

    private final Balance balance =
            new Balance(new SimpleMeterRegistry(), "7", new Ledger(), waiting::add);
    private final Visit visit = new Visit(balance);

    @Test
    void tellsAGoodEndOnlyWhenItsCountIsKept() {
        // Given
        var told = visit.outcome().toFuture();
        visit.end(new Published(Topics.OBSERVATIONS));
        assertThat(told).isNotDone();

        // When
        waiting.getFirst().accept(true);

        // Then
        assertThat(told).isCompletedWithValue(new Published(Topics.OBSERVATIONS));
        assertBalanceIs("published");
    }

    @Test
    void isUnavailableWhenItsCountCannotBeKept() {
        // Given
        visit.end(new Published(Topics.OBSERVATIONS));

        // When
        waiting.getFirst().accept(false);

        // Then
        assertThat(visit.outcome().block()).isEqualTo(new Unavailable("uncounted"));
        assertBalanceIs("unavailable");
    }

    @Test
    void doesNotWaitForASheetWithoutEnd() {
        // Given
        visit.end(new Published(Topics.OBSERVATIONS));

        // When
        visit.end(new Unavailable("slow"));

        // Then
        assertThat(visit.outcome().block()).isEqualTo(new Unavailable("slow"));
        waiting.getFirst().accept(true);
        assertBalanceIs("unavailable");
    }

    @Test
    void staysPublishedThoughTheSenderLeavesBeforeTheAnswer() {
        // Given
        visit.end(new Published(Topics.OBSERVATIONS));

        // When
        visit.end(new Refused(Refusal.ABORTED));

        // Then
        waiting.getFirst().accept(true);
        assertThat(visit.outcome().block()).isEqualTo(new Published(Topics.OBSERVATIONS));
        assertBalanceIs("published");
    }

    @Test
    void namesItselfOnItsRecords() {
        // Given
        var second = new Visit(balance);

        // When
        var record = second.signed(new ProducerRecord<>("topic", "key", new byte[0]));

        // Then
        assertThat(record.headers().lastHeader("intake-visit").value())
                .isEqualTo("7.0.2".getBytes(UTF_8));
    }

    private void assertBalanceIs(String outcome) {
        assertThat(balance.sheet().received()).isEqualTo(1);
        assertThat(balance.sheet().sources())
                .containsExactly(Map.entry(Balance.NOBODY, Map.of(outcome, 1L)));
    }
}
