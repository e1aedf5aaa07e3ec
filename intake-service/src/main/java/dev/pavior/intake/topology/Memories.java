package dev.pavior.intake.topology;

import dev.pavior.intake.domain.Age;
import dev.pavior.intake.domain.Known;
import dev.pavior.intake.domain.Memory;
import dev.pavior.intake.domain.Picture;
import dev.pavior.intake.domain.State;
import dev.pavior.intake.domain.StateTimes;
import dev.pavior.intake.domain.Text;
import dev.pavior.intake.state.ItemMemory;
import dev.pavior.intake.state.KnownField;
import dev.pavior.intake.state.StateSight;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes memories down for the store and reads them back. */
final class Memories {

    private Memories() {}

    static ItemMemory write(Memory memory) {
        return new ItemMemory(
                memory.revision(),
                memory.validFrom(),
                memory.newest(),
                memory.deliveries(),
                memory.times().mergedSince(),
                memory.times().seen().entrySet().stream()
                        .map(seen -> new StateSight(seen.getKey(), seen.getValue().name()))
                        .toList(),
                fields(memory.picture()));
    }

    static Memory read(ItemMemory stored) {
        var seen = new TreeMap<Instant, State>();
        stored.getStates().forEach(s -> seen.put(s.getAt(), State.valueOf(s.getState())));
        return new Memory(
                stored.getRevision(),
                stored.getValidFrom(),
                stored.getNewest(),
                stored.getDeliveries(),
                new StateTimes(stored.getMergedSince(), seen),
                picture(stored.getFields()));
    }

    private static Map<String, KnownField> fields(Picture picture) {
        var fields = new HashMap<String, KnownField>();
        one(fields, "globalId", picture.globalId());
        one(fields, "type", picture.type());
        one(fields, "state", picture.state());
        many(fields, "labels", picture.labels());
        one(fields, "milestoneId", picture.milestoneId());
        one(fields, "weight", picture.weight());
        one(fields, "status", picture.status());
        one(fields, "confidential", picture.confidential());
        one(fields, "draft", picture.draft());
        one(fields, "authorId", picture.authorId());
        many(fields, "assigneeIds", picture.assigneeIds());
        many(fields, "reviewerIds", picture.reviewerIds());
        one(fields, "createdAt", picture.createdAt());
        one(fields, "closedAt", picture.closedAt());
        one(fields, "mergedAt", picture.mergedAt());
        put(fields, "text", picture.text(), Memories::words);
        return fields;
    }

    private static Picture picture(Map<String, KnownField> fields) {
        return new Picture(
                one(fields, "globalId", Long::valueOf),
                one(fields, "type", Function.identity()),
                one(fields, "state", State::valueOf),
                many(fields, "labels", Function.identity()),
                one(fields, "milestoneId", Long::valueOf),
                one(fields, "weight", Integer::valueOf),
                one(fields, "status", Function.identity()),
                one(fields, "confidential", Boolean::valueOf),
                one(fields, "draft", Boolean::valueOf),
                one(fields, "authorId", Long::valueOf),
                many(fields, "assigneeIds", Long::valueOf),
                many(fields, "reviewerIds", Long::valueOf),
                one(fields, "createdAt", Instant::parse),
                one(fields, "closedAt", Instant::parse),
                one(fields, "mergedAt", Instant::parse),
                get(fields, "text", Memories::text));
    }

    private static <T> void one(
            Map<String, KnownField> fields, String name, @Nullable Known<T> known) {
        put(fields, name, known, value -> List.of(value.toString()));
    }

    private static <T> void many(
            Map<String, KnownField> fields, String name, @Nullable Known<List<T>> known) {
        put(fields, name, known, values -> values.stream().map(Object::toString).toList());
    }

    private static <T> void put(
            Map<String, KnownField> fields,
            String name,
            @Nullable Known<T> known,
            Function<T, List<String>> words) {
        if (known != null) {
            var value = known.value();
            var written = value == null ? List.<String>of() : words.apply(value);
            fields.put(name, new KnownField(known.age().at(), known.age().seenAt(), written));
        }
    }

    private static <T> @Nullable Known<T> one(
            Map<String, KnownField> fields, String name, Function<String, T> parse) {
        return get(fields, name, words -> words.isEmpty() ? null : parse.apply(words.getFirst()));
    }

    private static <T> @Nullable Known<List<T>> many(
            Map<String, KnownField> fields, String name, Function<String, T> parse) {
        return get(fields, name, words -> words.stream().map(parse).toList());
    }

    private static <T> @Nullable Known<T> get(
            Map<String, KnownField> fields, String name, Reading<T> reading) {
        var field = fields.get(name);
        return field == null
                ? null
                : new Known<>(
                        reading.of(field.getValues()), new Age(field.getAt(), field.getSeenAt()));
    }

    private static List<String> words(Text text) {
        return List.of(text.digest(), "" + text.criteriaDone(), "" + text.criteriaTotal());
    }

    private static Text text(List<String> words) {
        return new Text(
                words.get(0), Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2)));
    }

    /** How the words of a field become its value; null where it was seen to be empty. */
    @FunctionalInterface
    private interface Reading<T> {
        @Nullable T of(List<String> words);
    }
}
