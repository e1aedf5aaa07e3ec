package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.intake.publish.Receipt;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<ProducerRecord<String, byte[]>> taken = new ArrayList<>();

    @Test
    void waitsForAcknowledgementsBeforeTheProducersMemoryIsFull() {
        // Given: a broker that is slow to acknowledge a page of 40 MB
        var slow = new SlowBroker();
        var outbox = new Outbox(slow::publish, registry);
        var page = Collections.nCopies(40, letter(MEGABYTE));

        // When
        var sending = Thread.ofVirtual().start(() -> outbox.send(page));

        // Then
        int most = 0;
        for (int sent = 0; sent < 40; sent++) {
            await().until(() -> !slow.unanswered.isEmpty());
            most = Math.max(most, slow.unanswered.size());
            slow.unanswered.remove().accept(Receipt.ACKNOWLEDGED);
        }
        assertThat(most).isLessThanOrEqualTo(Outbox.ROOM / MEGABYTE);
        await().until(() -> !sending.isAlive());
    }

    @Test
    void sendsARecordThatIsLargerThanAllItsRoom() {
        // Given
        var outbox = new Outbox(taking(Integer.MAX_VALUE), registry);

        // When
        outbox.send(letter(Outbox.ROOM + 1));

        // Then
        assertThat(taken).hasSize(1);
    }

    @Test
    void parksARecordThatTheBrokerWillNeverTake() {
        // Given
        var outbox = new Outbox(taking(MEGABYTE), registry);

        // When
        outbox.send(List.of(letter(2 * MEGABYTE), letter(10)));

        // Then
        assertThat(taken)
                .extracting(ProducerRecord::topic)
                .containsExactly("intake.observations.v1", "intake.dlt");
        var parked = taken.getLast();
        assertThat(parked.key()).isEqualTo("key");
        assertThat(parked.value()).hasSize(900 * 1024);
        assertThat(header(parked, "dlt-reason")).isEqualTo("too-large");
        assertThat(header(parked, "dlt-topic")).isEqualTo("intake.observations.v1");
        assertThat(header(parked, "dlt-length")).isEqualTo(Integer.toString(2 * MEGABYTE));
        assertThat(header(parked, EventHeaders.DELIVERY_ID)).isEqualTo("poll:key@1");
        assertThat(registry.counter("pavior.reading.oversized").count()).isEqualTo(1);
    }

    @Test
    void parksNothingOfARecordWhereEvenThatIsTooLarge() {
        // Given
        var outbox = new Outbox(taking(500), registry);

        // When
        outbox.send(letter(1000));

        // Then
        assertThat(taken.getLast().topic()).isEqualTo("intake.dlt");
        assertThat(taken.getLast().value()).isEmpty();
        assertThat(header(taken.getLast(), "dlt-length")).isEqualTo("1000");
    }

    /** A broker that takes records up to a size. */
    private Outbox.Sending taking(int most) {
        return (record, receipt) -> {
            var sent = record.get();
            if (sent.value().length > most) {
                receipt.accept(Receipt.TOO_LARGE);
            } else {
                taken.add(sent);
                receipt.accept(Receipt.ACKNOWLEDGED);
            }
        };
    }

    private static Letter letter(int size) {
        var value = new byte[size];
        return () -> {
            var record = new ProducerRecord<>("intake.observations.v1", "key", value);
            EventHeaders.set(record.headers(), EventHeaders.DELIVERY_ID, "poll:key@1");
            return record;
        };
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        return EventHeaders.get(record.headers(), name).orElse("none");
    }

    /** Acknowledges when it is told to. */
    private static final class SlowBroker {

        private final BlockingQueue<Consumer<Receipt>> unanswered = new LinkedBlockingQueue<>();

        void publish(Supplier<ProducerRecord<String, byte[]>> record, Consumer<Receipt> receipt) {
            record.get();
            unanswered.add(receipt);
        }
    }
}
