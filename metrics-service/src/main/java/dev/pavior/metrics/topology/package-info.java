/** Turns the stream of work items into scorecards, and keeps them readable. */
@NullMarked
package dev.pavior.metrics.topology;

import org.jspecify.annotations.NullMarked;
