/** Joins work items with their workflows and publishes the handoffs that follow. */
@NullMarked
package dev.pavior.handoff.topology;

import org.jspecify.annotations.NullMarked;
