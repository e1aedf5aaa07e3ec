package dev.pavior.local.command;

import dev.pavior.local.process.Child;
import java.util.ArrayList;
import java.util.List;

/** Notices, and tells once, when a part that should run has ended. */
final class Watch {

    private final List<Child> alive;
    private final Terminal terminal;

    Watch(List<Child> children, Terminal terminal) {
        this.alive = new ArrayList<>(children);
        this.terminal = terminal;
    }

    boolean anyAlive() {
        alive.removeIf(this::hasEnded);
        return !alive.isEmpty();
    }

    private boolean hasEnded(Child child) {
        if (child.alive()) {
            return false;
        }
        terminal.line("%s has ended; see %s".formatted(child.name(), child.log()));
        return true;
    }
}
