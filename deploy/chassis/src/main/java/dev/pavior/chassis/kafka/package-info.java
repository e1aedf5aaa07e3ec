/** How every service speaks to Kafka: addresses, serdes, headers, streams, checks and health. */
@NullMarked
package dev.pavior.chassis.kafka;

import org.jspecify.annotations.NullMarked;
