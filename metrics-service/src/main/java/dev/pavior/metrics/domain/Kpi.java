package dev.pavior.metrics.domain;

import java.util.List;

/** The rule of a KPI: what an item in its present state adds to it. */
@FunctionalInterface
public interface Kpi {

    /** Same item, same charter, same answer. */
    List<Share> shares(Item item, Charter charter);
}
