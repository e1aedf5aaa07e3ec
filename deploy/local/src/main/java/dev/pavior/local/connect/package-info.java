/** Shows on somebody's own GitLab what Pavior would do there, and writes nothing to it. */
@NullMarked
package dev.pavior.local.connect;

import org.jspecify.annotations.NullMarked;
