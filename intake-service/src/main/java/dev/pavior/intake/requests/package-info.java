/** Takes requests for work that are made outside GitLab, and tells what became of them. */
@NullMarked
package dev.pavior.intake.requests;

import org.jspecify.annotations.NullMarked;
