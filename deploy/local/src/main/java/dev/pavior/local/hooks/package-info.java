/** Shows how the hooks at GitLab are, as the intake tells. */
@NullMarked
package dev.pavior.local.hooks;

import org.jspecify.annotations.NullMarked;
