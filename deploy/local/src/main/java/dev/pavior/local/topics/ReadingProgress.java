package dev.pavior.local.topics;

/** Told how far a reading has come. */
@FunctionalInterface
public interface ReadingProgress {

    /** Nobody is told. */
    ReadingProgress SILENT = (what, done, total) -> {};

    /**
     * Told now and then.
     *
     * @param what the topic that is read
     * @param done how many offsets were passed
     * @param total how many there are
     */
    void at(String what, long done, long total);
}
