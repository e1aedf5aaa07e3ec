/** The agent by which a child process notices that its launcher is gone. */
@NullMarked
package dev.pavior.lifeline;

import org.jspecify.annotations.NullMarked;
