package dev.pavior.local.trace;

import dev.pavior.contract.Topics;
import dev.pavior.local.topics.Printable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The path in lines, with the time that each step took since the delivery behind it came in. */
public final class Timeline {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final List<Step> steps;
    private final Map<String, Instant> received = new HashMap<>();

    public Timeline(List<Step> steps) {
        this.steps = List.copyOf(steps);
        for (var step : steps) {
            step.receivedAt()
                    .ifPresent(
                            at ->
                                    received.merge(
                                            step.delivery().orElse(""),
                                            at,
                                            (one, other) -> one.isBefore(other) ? one : other));
        }
    }

    /** The lines of the table. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(line("TIME (UTC)", "DELIVERY", "AFTER", "HOP", "RECORD", "WHAT IT SAYS"));
        var last = new HashMap<String, Instant>();
        for (var step : steps) {
            var delivery = step.delivery().orElse("");
            if (received.containsKey(delivery) && !last.containsKey(delivery)) {
                last.put(delivery, arrival(delivery));
                lines.add(arrived(delivery));
            }
            lines.add(
                    line(
                            TIME.format(step.at()),
                            brief(delivery),
                            after(step).map(Timeline::words).orElse(""),
                            since(last.get(delivery), step.at()).map(Timeline::words).orElse(""),
                            step.place(),
                            step.words()));
            last.computeIfPresent(delivery, (id, before) -> step.at());
        }
        return lines;
    }

    private String arrived(String delivery) {
        var whole = Printable.line(delivery);
        return line(
                TIME.format(arrival(delivery)), brief(delivery), "", "", "hook received", whole);
    }

    /** Enough of an id to tell one delivery from the next. */
    private static String brief(String delivery) {
        return Printable.line(delivery.substring(0, Math.min(8, delivery.length())));
    }

    /** The same for a program. */
    public String json() {
        return JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(steps.stream().map(this::fields).toList());
    }

    private Map<String, Object> fields(Step step) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("at", step.at().toString());
        fields.put("topic", step.topic());
        fields.put("partition", step.partition());
        fields.put("offset", step.offset());
        fields.put("timestamp", step.timestamp().toString());
        fields.put("key", step.key());
        step.delivery().ifPresent(id -> fields.put("delivery", id));
        after(step).ifPresent(after -> fields.put("afterMillis", after.toMillis()));
        fields.put("says", step.words());
        return fields;
    }

    /** What came of it all. */
    public String outcome() {
        if (steps.isEmpty()) {
            return "Nothing is known of it. An ignored delivery leaves no record; --since looks further back.";
        }
        var said = new ArrayList<String>();
        last("dlt").ifPresent(step -> said.add(step.words() + " at " + step.place()));
        var item = last(Topics.WORK_ITEMS.name());
        item.ifPresent(step -> said.add("the item is at revision " + step.revision().orElse(0)));
        if (item.isEmpty() && last(Topics.OBSERVATIONS.name()).isPresent()) {
            said.add("no new revision: it showed nothing new, or is still on its way");
        }
        last(Topics.EDIT_RESULTS.name()).ifPresent(step -> said.add("last edit " + step.words()));
        last(Topics.HANDOFFS.name()).ifPresent(step -> said.add("handoff " + step.words()));
        return String.join("; ", said);
    }

    private Optional<Step> last(String topic) {
        return steps.stream()
                .filter(step -> step.topic().equals(topic) || step.topic().endsWith("." + topic))
                .reduce((one, next) -> next);
    }

    private Instant arrival(String delivery) {
        return received.getOrDefault(delivery, Instant.EPOCH);
    }

    private Optional<Duration> after(Step step) {
        return step.delivery().map(received::get).flatMap(from -> since(from, step.at()));
    }

    private static Optional<Duration> since(@Nullable Instant from, Instant at) {
        return Optional.ofNullable(from).map(start -> Duration.between(start, at));
    }

    private static String words(Duration time) {
        return time.toMillis() + " ms";
    }

    private static String line(Object... cells) {
        return "%-23s %-8s %9s %9s  %-32s %s".formatted(cells);
    }
}
