/** Turns work items into decisions, edits and workflows with Kafka Streams. */
@NullMarked
package dev.pavior.labeling.topology;

import org.jspecify.annotations.NullMarked;
