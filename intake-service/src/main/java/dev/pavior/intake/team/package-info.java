/** Reads who the team is from its charter. */
@NullMarked
package dev.pavior.intake.team;

import org.jspecify.annotations.NullMarked;
