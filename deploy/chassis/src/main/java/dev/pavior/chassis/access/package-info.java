/** Who may do what: everything is denied without a token that the access file knows. */
@NullMarked
package dev.pavior.chassis.access;

import org.jspecify.annotations.NullMarked;
