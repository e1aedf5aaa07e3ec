/** Reads how requests are written down as issues. */
@NullMarked
package dev.pavior.labeling.requests;

import org.jspecify.annotations.NullMarked;
