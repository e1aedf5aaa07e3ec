/** Hands records to the broker without ever making a caller wait for one that is away. */
@NullMarked
package dev.pavior.intake.publish;

import org.jspecify.annotations.NullMarked;
