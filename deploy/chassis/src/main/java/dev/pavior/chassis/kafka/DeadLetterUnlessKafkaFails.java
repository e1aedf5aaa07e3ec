package dev.pavior.chassis.kafka;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.rocksdb.RocksDBException;

/**
 * Sends a record that our code cannot process to the dead-letter topic at once, but stops where
 * Kafka or a state store fails: a full disk must not turn good records into dead letters.
 */
public final class DeadLetterUnlessKafkaFails implements ProcessingExceptionHandler {

    private final LogAndContinueProcessingExceptionHandler deadLetter =
            new LogAndContinueProcessingExceptionHandler();

    @Override
    public Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
        return isOurs(failure) ? deadLetter.handleError(context, record, failure) : Response.fail();
    }

    static boolean isOurs(Throwable failure) {
        return !RegistryOutage.isBehind(failure)
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .noneMatch(DeadLetterUnlessKafkaFails::isKafkas);
    }

    /** A record that cannot be written out is our doing, though Kafka reports it. */
    private static boolean isKafkas(Throwable cause) {
        return cause instanceof RocksDBException
                || (cause instanceof KafkaException && !(cause instanceof SerializationException));
    }

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetter.configure(configs);
    }
}
