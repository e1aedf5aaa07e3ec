package dev.pavior.intake.webhook;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the memory of all bodies together: requests are limited by the bytes that have come, not
 * by their number nor by what they announce, which costs its sender nothing.
 */
final class InFlight {

    private final long limit;
    private final AtomicLong bytes = new AtomicLong();

    InFlight(long limit) {
        this.limit = limit;
    }

    /** An account for one request. */
    Share share() {
        return new Share();
    }

    /** The bytes of all bodies now. */
    long held() {
        return bytes.get();
    }

    private boolean take(long size) {
        if (bytes.addAndGet(size) > limit) {
            bytes.addAndGet(-size);
            return false;
        }
        return true;
    }

    /** What one request has taken, given back once as a whole. */
    final class Share {

        private long taken;
        private boolean over;

        private Share() {}

        /** Counts bytes that came; false where there is no room, or the request is over. */
        synchronized boolean take(long size) {
            if (over || !InFlight.this.take(size)) {
                return false;
            }
            taken += size;
            return true;
        }

        synchronized void release() {
            if (!over) {
                over = true;
                bytes.addAndGet(-taken);
            }
        }
    }
}
