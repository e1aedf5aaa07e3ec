/** Turns the stream of observations into the stream of work items, with Kafka Streams. */
@NullMarked
package dev.pavior.intake.topology;

import org.jspecify.annotations.NullMarked;
