/** The charter's vocabulary as types: labels, families, aliases and workflow states, by date. */
@NullMarked
package dev.pavior.taxonomy;

import org.jspecify.annotations.NullMarked;
