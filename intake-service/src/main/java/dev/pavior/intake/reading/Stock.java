package dev.pavior.intake.reading;

/** The items of one sort in one place, which are swept together. */
interface Stock {

    /** What cursors call it. */
    String scope();

    Numbers known(KnownItems known);

    /** Reads all of it and publishes what is there, but only finds out what is gone. */
    Finding find(Numbers known, Loss loss);
}
