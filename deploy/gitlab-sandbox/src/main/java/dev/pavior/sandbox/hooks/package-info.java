/** Tells receivers what happened, with GitLab's headers and bodies. */
@NullMarked
package dev.pavior.sandbox.hooks;

import org.jspecify.annotations.NullMarked;
