package dev.pavior.sandbox.domain;

import java.util.ArrayList;
import java.util.List;

/** Who approved a merge request, and how many must. */
public record Approvals(List<Long> by, int required) {

    public static final Approvals NONE = new Approvals(List.of(), 1);

    public Approvals {
        by = List.copyOf(by);
    }

    public boolean enough() {
        return by.size() >= required;
    }

    public Approvals plus(long user) {
        var more = new ArrayList<>(by);
        more.add(user);
        return new Approvals(more, required);
    }

    public Approvals minus(long user) {
        return new Approvals(by.stream().filter(one -> one != user).toList(), required);
    }
}
