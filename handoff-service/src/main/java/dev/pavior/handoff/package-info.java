/** Carries ownership of finished work to product teams. */
@NullMarked
package dev.pavior.handoff;

import org.jspecify.annotations.NullMarked;
