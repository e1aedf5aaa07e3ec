/** Asks the running intake how far it has read GitLab. */
@NullMarked
package dev.pavior.local.reading;

import org.jspecify.annotations.NullMarked;
