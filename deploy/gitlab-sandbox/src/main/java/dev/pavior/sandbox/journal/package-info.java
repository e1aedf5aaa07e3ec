/** Keeps the world over restarts. */
@NullMarked
package dev.pavior.sandbox.journal;

import org.jspecify.annotations.NullMarked;
