/** What integration tests stand on: a real broker and registry, processes to kill, shared laws. */
@NullMarked
package dev.pavior.testkit;

import org.jspecify.annotations.NullMarked;
