package dev.pavior.labeling.writer;

import dev.pavior.contract.v1.Edit;
import java.time.Instant;
import java.util.Optional;

/** Which creations were begun and had no answer yet, also in a process that is no more. */
interface Attempts {

    /** When it was begun, if no answer to it is known. */
    Optional<Instant> begun(Edit edit);

    /** Takes down, before anything is sent, that it is begun. */
    void begin(Edit edit);

    /** GitLab has said that it did not do it. */
    void cameToNothing(Edit edit);
}
