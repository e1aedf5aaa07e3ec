/** Compares the intake's count of deliveries with the topics and with GitLab's own hook log. */
@NullMarked
package dev.pavior.local.proof;

import org.jspecify.annotations.NullMarked;
