package dev.pavior.sandbox.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one at a time change the world, and keeps each turn's changes as a whole. */
final class Turns {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final List<Runnable> afterwards = new ArrayList<>();
    private final Ledger ledger;

    Turns(Ledger ledger) {
        this.ledger = ledger;
    }

    <T> T take(Supplier<T> deed) {
        lock.lock();
        try {
            if (lock.getHoldCount() == 1) {
                ledger.begin();
            }
            return deed.get();
        } finally {
            settleAndUnlock();
        }
    }

    void after(Runnable deed) {
        if (lock.isHeldByCurrentThread()) {
            afterwards.add(deed);
        } else {
            deed.run();
        }
    }

    private void settleAndUnlock() {
        try {
            if (lock.getHoldCount() == 1) {
                settle();
            }
        } finally {
            lock.unlock();
        }
    }

    private void settle() {
        ledger.end();
        var due = List.copyOf(afterwards);
        afterwards.clear();
        due.forEach(Runnable::run);
    }
}
