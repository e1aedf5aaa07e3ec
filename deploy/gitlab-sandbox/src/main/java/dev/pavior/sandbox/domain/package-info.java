/** What a GitLab instance holds, and how a change to it is decided. */
@NullMarked
package dev.pavior.sandbox.domain;

import org.jspecify.annotations.NullMarked;
