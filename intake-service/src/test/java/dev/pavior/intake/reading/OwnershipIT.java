package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.RealKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who reads, as the broker's group of readers decides it. */
@RealKafka
class OwnershipIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final List<Member> members = new CopyOnWriteArrayList<>();

    OwnershipIT(Cluster cluster) {
        this.cluster = cluster;
    }

    /** One instance, and whether it is on duty. */
    private final class Member implements Ownership.Duty {

        private final Ownership ownership;
        private final Thread thread;
        private volatile boolean onDuty;

        Member(String name) {
            ownership = new Ownership(settings(name), this);
            thread = Thread.ofVirtual().start(ownership);
            members.add(this);
        }

        @Override
        public void begin(long end) {
            onDuty = true;
        }

        @Override
        public void end() {
            onDuty = false;
        }

        void leave() throws InterruptedException {
            ownership.stop();
            thread.join();
        }
    }

    @AfterEach
    void leave() throws InterruptedException {
        for (var member : members) {
            member.leave();
        }
    }

    @Test
    void leavesReadingToTheNewerOfTwoUnderOneName() {
        // Given
        var older = new Member("twin");
        await().atMost(PATIENCE).until(() -> older.onDuty);

        // When
        var newer = new Member("twin");

        // Then
        await().atMost(PATIENCE).until(() -> newer.onDuty && !older.onDuty);
        await().atMost(PATIENCE).until(() -> older.ownership.outside().isPresent());
        assertThat(older.ownership.outside())
                .hasValueSatisfying(why -> assertThat(why).contains("twin"));
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> newer.onDuty && !older.onDuty);
        assertThat(newer.ownership.outside()).isEmpty();
    }

    private KafkaSettings settings(String name) {
        return new KafkaSettings(
                cluster.bootstrap(),
                cluster.registryUrl(),
                Path.of("target", "state"),
                name,
                Duration.ofMillis(25),
                Map.of());
    }
}
