/** Reads GitLab to fill every gap that hooks leave: changes, catalogue, sweeps and histories. */
@NullMarked
package dev.pavior.intake.reading;

import org.jspecify.annotations.NullMarked;
