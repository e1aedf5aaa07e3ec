/** The metrics service: computes the charter's KPIs from the state of work items and shows them. */
@NullMarked
package dev.pavior.metrics;

import org.jspecify.annotations.NullMarked;
