/** Asks GitLab: reads and queries only, within a share of its rate limit. */
@NullMarked
package dev.pavior.intake.gitlab;

import org.jspecify.annotations.NullMarked;
