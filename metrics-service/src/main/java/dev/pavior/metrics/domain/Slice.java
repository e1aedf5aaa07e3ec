package dev.pavior.metrics.domain;

/**
 * A part of the work that a KPI is also given for.
 *
 * @param id its name in keys and paths
 * @param description what belongs to it
 */
public record Slice(String id, String description) {

    /** Everything that the KPI looks at. */
    static final String ALL = "all";
}
