/** Tells what was found, on a terminal and as Markdown. */
@NullMarked
package dev.pavior.local.connect.report;

import org.jspecify.annotations.NullMarked;
