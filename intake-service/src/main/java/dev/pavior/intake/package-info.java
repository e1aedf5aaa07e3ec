/** Takes in GitLab's hooks and assembles the present state of each work item. */
@NullMarked
package dev.pavior.intake;

import org.jspecify.annotations.NullMarked;
