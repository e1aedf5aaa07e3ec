/** The numbers over HTTP: the KPI resources, their stream of changes, and the dashboard's guard. */
@NullMarked
package dev.pavior.metrics.web;

import org.jspecify.annotations.NullMarked;
