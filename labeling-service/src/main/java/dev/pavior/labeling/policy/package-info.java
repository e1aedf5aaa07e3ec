/** Reads policy files, in gitlab-triage's format with CEL, into policies that can be asked. */
@NullMarked
package dev.pavior.labeling.policy;

import org.jspecify.annotations.NullMarked;
