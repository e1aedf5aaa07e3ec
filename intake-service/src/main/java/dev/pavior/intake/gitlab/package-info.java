/** Asks GitLab within a share of its rate limit: reads and queries, and changes of hooks apart. */
@NullMarked
package dev.pavior.intake.gitlab;

import org.jspecify.annotations.NullMarked;
