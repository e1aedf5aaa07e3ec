/** Apicurio Registry as a local process, and its Confluent-compatible API. */
@NullMarked
package dev.pavior.local.registry;

import org.jspecify.annotations.NullMarked;
