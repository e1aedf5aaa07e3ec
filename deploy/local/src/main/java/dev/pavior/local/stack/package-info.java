/** The whole of Pavior on one machine: its parts, their order, their secrets, what runs now. */
@NullMarked
package dev.pavior.local.stack;

import org.jspecify.annotations.NullMarked;
