/** Decides what the present state of a work item is, given every sight of it. */
@NullMarked
package dev.pavior.intake.domain;

import org.jspecify.annotations.NullMarked;
