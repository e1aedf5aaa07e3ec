/** What a KPI is, what an item adds to it, and how a newer state restates it. */
@NullMarked
package dev.pavior.metrics.domain;

import org.jspecify.annotations.NullMarked;
