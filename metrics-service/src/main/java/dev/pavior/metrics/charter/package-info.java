/** Reads the team's own configuration, strictly. */
@NullMarked
package dev.pavior.metrics.charter;

import org.jspecify.annotations.NullMarked;
