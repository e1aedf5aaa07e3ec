package dev.pavior.sandbox.faults;

import java.time.Duration;

/** The trouble of one call. */
record CallFault(Duration delay, Kind kind, String retryAfter) {

    /** How a call fails, if it does. */
    enum Kind {
        NONE,
        TOO_MANY,
        SERVER_ERROR,
        RESET
    }

    static final CallFault NONE = new CallFault(Duration.ZERO, Kind.NONE, "");
}
