package dev.pavior.sandbox.domain;

import java.util.Locale;

/** Whether an item is still worked on, with GitLab's state_id. */
public enum State {
    OPENED(1),
    CLOSED(2),
    MERGED(3);

    private final int id;

    State(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
