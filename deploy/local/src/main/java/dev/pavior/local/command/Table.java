package dev.pavior.local.command;

import dev.pavior.local.stack.Part;
import dev.pavior.local.stack.Running;
import dev.pavior.local.stack.Stack;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** The parts of a stack that was started, and how each is now. */
final class Table {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Running running;
    private final List<Row> rows;

    private record Row(String part, String pid, String address, String health, String since) {

        boolean healthy() {
            return health.equals("healthy");
        }

        @Override
        public String toString() {
            return "%-9s %8s  %-28s %-14s %s".formatted(part, pid, address, health, since);
        }
    }

    /** Looks at each part now. */
    Table(Running running, Stack stack) {
        this.running = running;
        this.rows =
                running.stack(stack.root(), stack.home()).parts().parallelStream()
                        .map(this::row)
                        .toList();
    }

    boolean allHealthy() {
        return rows.stream().allMatch(Row::healthy);
    }

    void tell(Terminal terminal) {
        Stream.concat(
                        Stream.of(new Row("PART", "PID", "ADDRESS", "HEALTH", "SINCE")),
                        rows.stream())
                .map(Row::toString)
                .forEach(terminal::line);
    }

    private Row row(Part part) {
        var started = running.of(part.name());
        if (started.isEmpty()) {
            return new Row(part.name(), "-", part.address(), "not started", "-");
        }
        return new Row(
                part.name(),
                "" + started.get().pid(),
                part.address(),
                health(part, started.get()),
                TIME.format(started.get().since()));
    }

    private static String health(Part part, Running.Started started) {
        if (started.handle().isEmpty()) {
            return "dead";
        }
        return part.health().good() ? "healthy" : "not healthy";
    }
}
