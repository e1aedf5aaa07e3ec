package dev.pavior.intake.requests;

import dev.pavior.contract.v1.RequestKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The charter's doors for work that is asked for outside GitLab. */
enum Kind {
    AUTOMATION,
    CROSS_FUNCTIONAL,
    RISK,
    INTERLOCK;

    /** The word that stands for this kind in bodies and paths. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    RequestKind onTheWire() {
        return RequestKind.valueOf(name());
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
