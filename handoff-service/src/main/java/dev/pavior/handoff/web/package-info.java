/** Answers questions about handoffs over HTTP. */
@NullMarked
package dev.pavior.handoff.web;

import org.jspecify.annotations.NullMarked;
