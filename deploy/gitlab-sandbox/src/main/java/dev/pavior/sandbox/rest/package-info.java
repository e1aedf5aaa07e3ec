/** GitLab's REST API, version 4, over the world. */
@NullMarked
package dev.pavior.sandbox.rest;

import org.jspecify.annotations.NullMarked;
