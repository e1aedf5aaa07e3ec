/** Follows one item or one delivery over every topic. */
@NullMarked
package dev.pavior.local.trace;

import org.jspecify.annotations.NullMarked;
