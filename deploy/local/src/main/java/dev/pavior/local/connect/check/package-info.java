/** Asks a GitLab, before anything is started, what a token may see there. */
@NullMarked
package dev.pavior.local.connect.check;

import org.jspecify.annotations.NullMarked;
