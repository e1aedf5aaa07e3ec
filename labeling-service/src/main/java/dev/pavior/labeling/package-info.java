/** Evaluates the policies, tracks the workflow and holds the one GitLab writer. */
@NullMarked
package dev.pavior.labeling;

import org.jspecify.annotations.NullMarked;
