/** Troubles that a test asks for: slow, refusing and broken answers, lost and late hooks. */
@NullMarked
package dev.pavior.sandbox.faults;

import org.jspecify.annotations.NullMarked;
