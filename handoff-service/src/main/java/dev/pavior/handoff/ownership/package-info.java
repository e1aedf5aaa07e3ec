/** Reads who owns what from the ownership file. */
@NullMarked
package dev.pavior.handoff.ownership;

import org.jspecify.annotations.NullMarked;
