/** Makes of an access token that will expire a request for the team's work. */
@NullMarked
package dev.pavior.intake.expiry;

import org.jspecify.annotations.NullMarked;
