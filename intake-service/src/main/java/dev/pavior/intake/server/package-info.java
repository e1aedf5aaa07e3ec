/** What a connection to the service may cost, whoever holds it. */
@NullMarked
package dev.pavior.intake.server;

import org.jspecify.annotations.NullMarked;
