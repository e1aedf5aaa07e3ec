/** Keeps count of the deliveries on the broker, so that the count outlives the process. */
@NullMarked
package dev.pavior.intake.health;

import org.jspecify.annotations.NullMarked;
