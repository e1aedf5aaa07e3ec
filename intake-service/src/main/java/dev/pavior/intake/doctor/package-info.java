/** Keeps the hooks at GitLab alive: creates, watches and re-enables them, and has gaps read. */
@NullMarked
package dev.pavior.intake.doctor;

import org.jspecify.annotations.NullMarked;
