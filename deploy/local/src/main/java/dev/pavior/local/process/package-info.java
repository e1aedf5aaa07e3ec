/** Java programs as processes of their own, and how they start, tell their health and end. */
@NullMarked
package dev.pavior.local.process;

import org.jspecify.annotations.NullMarked;
