/** Reads the topics of any cluster, for a person to look at. */
@NullMarked
package dev.pavior.local.topics;

import org.jspecify.annotations.NullMarked;
