/** The one writer: the only part of Pavior that edits work in GitLab. */
@NullMarked
package dev.pavior.labeling.writer;

import org.jspecify.annotations.NullMarked;
