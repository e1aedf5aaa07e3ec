/** Decides what an item lacks and where it stands in the workflow; knows no technology. */
@NullMarked
package dev.pavior.labeling.domain;

import org.jspecify.annotations.NullMarked;
