/** Starts everything as the demo does, and follows items through it. */
@NullMarked
package dev.pavior.system;

import org.jspecify.annotations.NullMarked;
