/** The commands of the launcher. */
@NullMarked
package dev.pavior.local.command;

import org.jspecify.annotations.NullMarked;
