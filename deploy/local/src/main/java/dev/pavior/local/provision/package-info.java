/** Brings topics and schemas of any cluster to what the contracts list. */
@NullMarked
package dev.pavior.local.provision;

import org.jspecify.annotations.NullMarked;
