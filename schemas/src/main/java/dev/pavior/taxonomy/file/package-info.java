/** Reads the taxonomy from its YAML file, strictly. */
@NullMarked
package dev.pavior.taxonomy.file;

import org.jspecify.annotations.NullMarked;
