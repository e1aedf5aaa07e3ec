/** Turns what GitLab's lists and queries show of an item into a sight of it. */
@NullMarked
package dev.pavior.intake.reading.sight;

import org.jspecify.annotations.NullMarked;
