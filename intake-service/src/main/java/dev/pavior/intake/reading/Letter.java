package dev.pavior.intake.reading;

import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record to be published, written only when it is sent. */
interface Letter extends Supplier<ProducerRecord<String, byte[]>> {}
