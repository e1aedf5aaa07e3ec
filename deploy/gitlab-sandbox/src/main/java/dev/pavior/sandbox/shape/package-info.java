/** How things look from outside: GitLab's field names, times and addresses. */
@NullMarked
package dev.pavior.sandbox.shape;

import org.jspecify.annotations.NullMarked;
