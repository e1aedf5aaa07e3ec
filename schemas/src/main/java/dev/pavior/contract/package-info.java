/** The contracts between services: topics, item keys and the records on the wire. */
@NullMarked
package dev.pavior.contract;

import org.jspecify.annotations.NullMarked;
