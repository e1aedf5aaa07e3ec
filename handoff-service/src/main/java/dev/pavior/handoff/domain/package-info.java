/** Decides which finished work is proposed to which product team, and when that no longer holds. */
@NullMarked
package dev.pavior.handoff.domain;

import org.jspecify.annotations.NullMarked;
