/** The few web pages that links lead to. */
@NullMarked
package dev.pavior.sandbox.page;

import org.jspecify.annotations.NullMarked;
