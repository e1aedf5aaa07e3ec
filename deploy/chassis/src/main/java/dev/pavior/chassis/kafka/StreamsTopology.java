package dev.pavior.chassis.kafka;

import org.apache.kafka.streams.StreamsBuilder;

/** What a service does with its streams. */
@FunctionalInterface
public interface StreamsTopology {

    /** Adds the nodes of this topology to the builder. */
    void build(StreamsBuilder builder);
}
