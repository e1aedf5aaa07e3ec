/** What was understood of the work in a GitLab, counted. */
@NullMarked
package dev.pavior.local.connect.findings;

import org.jspecify.annotations.NullMarked;
