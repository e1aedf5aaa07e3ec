package dev.pavior.labeling.topology;

/** Says up to where a partition that starts with an empty store must only remember. */
@FunctionalInterface
public interface RebuildHorizon {

    /**
     * Offset of the work items below which nothing may be published: where something was published
     * before, all that is there now; on a first start 0.
     */
    long silentBelow(int partition);
}
