package dev.pavior.intake.doctor;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.intake.expiry.TokenExpiry;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.publish.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the team in time to replace our own tokens, for nobody else is told when they expire. */
final class TokenWatch {

    private static final Logger log = LoggerFactory.getLogger(TokenWatch.class);
    private static final Duration EVERY = Duration.ofHours(6);
    private static final List<Integer> DAYS_BEFORE = List.of(1, 7, 30);

    private final List<OwnToken> tokens;
    private final Serializer<WorkRequest> serializer;
    private final Publisher publisher;
    private final Clock clock;
    private final Map<String, Integer> told = new HashMap<>();
    private Instant next = Instant.MIN;

    TokenWatch(
            List<OwnToken> tokens,
            Serializer<WorkRequest> serializer,
            Publisher publisher,
            Clock clock) {
        this.tokens = List.copyOf(tokens);
        this.serializer = serializer;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Looks at each token, if it is time. */
    void look() {
        var now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(EVERY);
        for (var token : tokens) {
            token.expiry().ifPresent(expiry -> tell(expiry, now));
        }
    }

    /** The threshold that is passed, in days before; -1 where none is. */
    static int threshold(LocalDate expiry, Instant now) {
        long days = ChronoUnit.DAYS.between(now.atOffset(ZoneOffset.UTC).toLocalDate(), expiry);
        return DAYS_BEFORE.stream().filter(limit -> days <= limit).findFirst().orElse(-1);
    }

    private void tell(TokenExpiry expiry, Instant now) {
        int threshold = threshold(expiry.expiry(), now);
        var request = expiry.request(now.truncatedTo(ChronoUnit.MILLIS));
        if (threshold < 0 || Integer.valueOf(threshold).equals(told.get(request.getId()))) {
            return;
        }
        if (send(request, expiry.host(), now)) {
            told.put(request.getId(), threshold);
            log.atWarn()
                    .addKeyValue("token", expiry.id())
                    .addKeyValue("expires", expiry.expiry())
                    .log("A token of ours will expire: the team is asked to replace it");
        } else {
            next = now;
        }
    }

    private boolean send(WorkRequest request, String host, Instant now) {
        var topic = Topics.REQUESTS;
        var receipt = new CompletableFuture<Receipt>();
        publisher.publish(
                () -> {
                    var value = serializer.serialize(topic.name(), request);
                    var record = new ProducerRecord<>(topic.name(), request.getId(), value);
                    EventHeaders.stamp(record.headers(), topic, request.getId(), "//" + host, now);
                    return record;
                },
                receipt::complete);
        return receipt.join() == Receipt.ACKNOWLEDGED;
    }
}
