package dev.pavior.chassis.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * Sends a record that cannot be read to the dead-letter topic at once, but waits when it is the
 * registry that cannot be reached: then the record is not at fault.
 */
public final class DeadLetterUnlessRegistryAway implements DeserializationExceptionHandler {

    private final LogAndContinueExceptionHandler deadLetter = new LogAndContinueExceptionHandler();

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception cause) {
        return RegistryOutage.isBehind(cause)
                ? Response.fail()
                : deadLetter.handleError(context, record, cause);
    }

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetter.configure(configs);
    }
}
