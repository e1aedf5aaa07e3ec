/** An Apache Kafka broker as a local process, its storage formatted on first use. */
@NullMarked
package dev.pavior.local.broker;

import org.jspecify.annotations.NullMarked;
