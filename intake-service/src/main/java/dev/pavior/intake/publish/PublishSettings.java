package dev.pavior.intake.publish;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the producer may try; together these stay under the five seconds in which a hook is
 * answered, and so under GitLab's ten.
 *
 * @param maxBlock how long a send may wait for metadata or buffer space
 * @param requestTimeout how long one request to the broker may take
 * @param deliveryTimeout how long a record may wait for its acknowledgement, retries included
 * @param breakerPause how long to answer at once, after a failure, before one record is tried again
 */
public record PublishSettings(
        @DefaultValue("400ms") Duration maxBlock,
        @DefaultValue("1500ms") Duration requestTimeout,
        @DefaultValue("3s") Duration deliveryTimeout,
        @DefaultValue("1s") Duration breakerPause) {

    public PublishSettings {
        if (deliveryTimeout.compareTo(requestTimeout) < 0) {
            throw new IllegalArgumentException(
                    "the delivery timeout must not be shorter than the request timeout");
        }
    }
}
