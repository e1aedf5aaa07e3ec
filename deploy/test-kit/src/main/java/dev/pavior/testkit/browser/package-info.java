/** A real browser for the tests of pages. */
@NullMarked
package dev.pavior.testkit.browser;

import org.jspecify.annotations.NullMarked;
