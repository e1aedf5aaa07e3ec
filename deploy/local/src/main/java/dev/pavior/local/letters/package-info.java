/** Lists, shows and replays what the services have parked on their dead-letter topics. */
@NullMarked
package dev.pavior.local.letters;

import org.jspecify.annotations.NullMarked;
