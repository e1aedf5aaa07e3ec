package dev.pavior.intake.reading;

import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets one instance at a time run the jobs: the one that owns the one partition of the cursors. */
final class Ownership implements Runnable {

    static final String GROUP = "pavior.intake.reader";

    private static final Logger log = LoggerFactory.getLogger(Ownership.class);

    private final KafkaConsumer<String, byte[]> consumer;
    private final String name;
    private final Duty duty;
    private volatile boolean stopped;
    private volatile @Nullable String outside;

    Ownership(KafkaSettings kafka, Duty duty) {
        this.name = kafka.instance();
        this.consumer =
                Consumers.with(
                        kafka,
                        Map.of(
                                ConsumerConfig.GROUP_ID_CONFIG,
                                GROUP,
                                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                                GROUP + "-" + name,
                                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                                15_000));
        this.duty = duty;
    }

    /** What the owner does. */
    interface Duty {

        /**
         * Begins.
         *
         * @param end where the cursors end now: all before it must be known first
         */
        void begin(long end);

        /** Ends, and comes back when nothing is under way any more. */
        void end();
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(List.of(Topics.CURSORS.name()), new Listener());
            while (!stopped) {
                poll();
            }
        } catch (WakeupException e) {
            log.debug("Stopped");
        } catch (RuntimeException e) {
            leave("it cannot tell any more who owns reading", e);
        } finally {
            duty.end();
        }
    }

    private void poll() {
        try {
            consumer.poll(Duration.ofMillis(500));
        } catch (WakeupException e) {
            throw e;
        } catch (FencedInstanceIdException e) {
            duty.end();
            leave("another instance runs under its name, " + name, e);
        } catch (KafkaException e) {
            log.atWarn()
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("Who owns reading cannot be told now");
            Rest.of(Duration.ofSeconds(1));
        }
    }

    /** Coming back would drive the other one out, which would come back too, and so on. */
    private void leave(String reason, RuntimeException cause) {
        stopped = true;
        outside = reason;
        log.atError().setCause(cause).log("This instance stays out of reading: {}", reason);
    }

    /** Why this instance will never read again, empty where it may. */
    Optional<String> outside() {
        return Optional.ofNullable(outside);
    }

    void stop() {
        stopped = true;
        consumer.wakeup();
    }

    private final class Listener implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                // Owning is all: what the topic says, the tail reads.
                consumer.pause(partitions);
                var end = consumer.endOffsets(partitions).values().iterator().next();
                log.info("This instance reads GitLab from now on");
                duty.begin(end);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                log.info("This instance no longer reads GitLab");
                duty.end();
            }
        }
    }
}
