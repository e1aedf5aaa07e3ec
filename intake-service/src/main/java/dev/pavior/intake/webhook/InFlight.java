package dev.pavior.intake.webhook;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the memory of all bodies together: requests are limited by bytes, not by number. */
final class InFlight {

    private final long limit;
    private final AtomicLong bytes = new AtomicLong();

    InFlight(long limit) {
        this.limit = limit;
    }

    boolean admit(long size) {
        if (bytes.addAndGet(size) > limit) {
            release(size);
            return false;
        }
        return true;
    }

    void release(long size) {
        bytes.addAndGet(-size);
    }
}
