package dev.pavior.labeling.writer;

import dev.pavior.contract.v1.Edit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Attempts that outlive a writer, as those among the results do. */
record RememberedAttempts(Map<String, Instant> begun) implements Attempts {

    RememberedAttempts() {
        this(new HashMap<>());
    }

    @Override
    public Optional<Instant> begun(Edit edit) {
        return Optional.ofNullable(begun.get(edit.getId()));
    }

    @Override
    public void begin(Edit edit) {
        begun.put(edit.getId(), Instant.now());
    }

    @Override
    public void cameToNothing(Edit edit) {
        begun.remove(edit.getId());
    }
}
