/** What a new world begins with, and a team's believable past and present in it. */
@NullMarked
package dev.pavior.sandbox.demo;

import org.jspecify.annotations.NullMarked;
