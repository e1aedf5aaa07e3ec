/** Receives GitLab's hooks: who sent it, what it shows, and what became of it. */
@NullMarked
package dev.pavior.intake.webhook;

import org.jspecify.annotations.NullMarked;
