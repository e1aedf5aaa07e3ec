package dev.pavior.intake.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was seen of an item, each field with the age of its own sight. Merging is
 * commutative, associative and idempotent, so sights may come in any order.
 *
 * @param fields by what they show; a field not here was never seen
 * @param presence whether the item was there
 */
public record Picture(Map<Field<?>, Known<?>> fields, Presence presence) {

    /** The picture of an item that nobody has seen. */
    public static final Picture BLANK = new Picture(Map.of(), Presence.UNKNOWN);

    /** What also those can show who did not look at the item itself. */
    private static final Set<Field<?>> HEARSAY =
            Set.of(Field.GLOBAL_ID, Field.MENTIONED_IN_NOTE, Field.MOVED_FROM);

    /** What was so from the item's first moment, whenever one hears of it. */
    private static final Set<Field<?>> ORIGIN = Set.of(Field.GLOBAL_ID, Field.MOVED_FROM);

    public Picture {
        fields = Map.copyOf(fields);
    }

    /** What is known of a field; null where it was never seen. */
    @SuppressWarnings("unchecked") // only a known value of the field's own type is put there
    public <T> @Nullable Known<T> known(Field<T> field) {
        return (Known<T>) fields.get(field);
    }

    <T> @Nullable T value(Field<T> field) {
        var known = known(field);
        return known == null ? null : known.value();
    }

    <T> T valueOr(Field<T> field, T otherwise) {
        var value = value(field);
        return value == null ? otherwise : value;
    }

    boolean showsTheItem() {
        return !HEARSAY.containsAll(fields.keySet());
    }

    boolean showsOnlyTheOrigin() {
        return presence.equals(Presence.UNKNOWN) && ORIGIN.containsAll(fields.keySet());
    }

    /** Both pictures together. */
    public Picture merge(Picture other) {
        var all = new Drawing();
        all.fields.putAll(fields);
        other.fields.forEach((field, known) -> all.merge(field, known));
        return all.picture(presence.merge(other.presence));
    }

    /** A picture in the making. */
    public static final class Drawing {

        private final Map<Field<?>, Known<?>> fields = new HashMap<>();

        /** Adds what was seen of one field. */
        public <T> void add(Field<T> field, Known<T> known) {
            fields.put(field, known);
        }

        /** The picture of all that was added. */
        public Picture picture(Presence presence) {
            return new Picture(fields, presence);
        }

        @SuppressWarnings("unchecked") // both were put there under this field
        private <T> void merge(Field<T> field, Known<?> known) {
            var here = (Known<T>) fields.get(field);
            var there = (Known<T>) known;
            fields.put(field, here == null ? there : field.merge(here, there));
        }
    }
}
