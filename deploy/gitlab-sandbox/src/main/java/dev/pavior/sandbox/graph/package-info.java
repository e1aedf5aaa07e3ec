/** GitLab's GraphQL API over the world, as far as REST does not tell the same. */
@NullMarked
package dev.pavior.sandbox.graph;

import org.jspecify.annotations.NullMarked;
