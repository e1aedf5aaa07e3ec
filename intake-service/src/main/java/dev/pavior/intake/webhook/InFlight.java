package dev.pavior.intake.webhook;

/**
 * Bounds the memory of all bodies together: requests are limited by the bytes that have come, not
 * by their number nor by what they announce, which costs its sender nothing. Large bodies may not
 * use all of it, since anybody can hold a few of them open, and hooks are small.
 */
final class InFlight {

    private final long limit;
    private final long largeLimit;
    private final long small;
    private long bytes;
    private long largeBytes;

    /**
     * Memory that is all free.
     *
     * @param limit all bodies together
     * @param largeLimit the large ones of them together
     * @param small how long a body may be, or announce to be, that is not large
     */
    InFlight(long limit, long largeLimit, long small) {
        this.limit = limit;
        this.largeLimit = largeLimit;
        this.small = small;
    }

    /**
     * An account for one request.
     *
     * @param announced how long its body says to be; negative where it does not say
     */
    Share share(long announced) {
        return new Share(announced > small);
    }

    /** The bytes of all bodies now. */
    synchronized long held() {
        return bytes;
    }

    private synchronized boolean take(long size, long ofLarge) {
        if (bytes + size > limit || (ofLarge > 0 && largeBytes + ofLarge > largeLimit)) {
            return false;
        }
        bytes += size;
        largeBytes += ofLarge;
        return true;
    }

    private synchronized void giveBack(long size, long ofLarge) {
        bytes -= size;
        largeBytes -= ofLarge;
    }

    /** What one request has taken, given back once as a whole. */
    final class Share {

        private long taken;
        private boolean large;
        private boolean over;

        private Share(boolean large) {
            this.large = large;
        }

        /** Counts bytes that came; false where there is no room, or the request is over. */
        synchronized boolean take(long size) {
            boolean grown = large || taken + size > small;
            long ofLarge = grown ? size + (large ? 0 : taken) : 0;
            if (over || !InFlight.this.take(size, ofLarge)) {
                return false;
            }
            taken += size;
            large = grown;
            return true;
        }

        synchronized void release() {
            if (!over) {
                over = true;
                giveBack(taken, large ? taken : 0);
            }
        }
    }
}
