package dev.pavior.local.letters;

import dev.pavior.local.topics.Printable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Counts letters by service, reason and where they were. */
public final class Census {

    private final TreeMap<Group, Count> groups = new TreeMap<>();

    private record Group(String service, String reason, String from) implements Comparable<Group> {

        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::service)
                        .thenComparing(Group::reason)
                        .thenComparing(Group::from);

        static Group of(Letter letter) {
            var place = letter.origin() instanceof Origin.OnTopic on ? on.topic() : "";
            return new Group(
                    letter.service().word(),
                    letter.reason(),
                    place.isEmpty() ? letter.origin().toString() : place);
        }

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    private record Count(int letters, int replayed, Instant first, Instant last) {

        Count plus(Count other) {
            return new Count(
                    letters + other.letters,
                    replayed + other.replayed,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    /** Counts one more. */
    public void add(Letter letter, boolean replayed) {
        var one = new Count(1, replayed ? 1 : 0, letter.at(), letter.at());
        groups.merge(Group.of(letter), one, Count::plus);
    }

    /** The counts as a table. */
    public List<String> lines() {
        if (groups.isEmpty()) {
            return List.of("Nothing is parked.");
        }
        var lines = new ArrayList<String>();
        lines.add(line("SERVICE", "REASON", "FROM", "COUNT", "REPLAYED", "FIRST", "LAST"));
        groups.forEach(
                (group, count) ->
                        lines.add(
                                line(
                                        group.service(),
                                        Printable.line(group.reason()),
                                        Printable.line(group.from()),
                                        count.letters(),
                                        count.replayed(),
                                        count.first().truncatedTo(ChronoUnit.SECONDS),
                                        count.last().truncatedTo(ChronoUnit.SECONDS))));
        return lines;
    }

    private static String line(Object... cells) {
        return "%-9s %-28s %-24s %6s %9s  %-20s  %s".formatted(cells);
    }
}
