package dev.pavior.intake.topology;

import dev.pavior.intake.domain.Age;
import dev.pavior.intake.domain.Field;
import dev.pavior.intake.domain.Known;
import dev.pavior.intake.domain.Memory;
import dev.pavior.intake.domain.Picture;
import dev.pavior.intake.domain.Presence;
import dev.pavior.intake.domain.State;
import dev.pavior.intake.domain.StateTimes;
import dev.pavior.intake.domain.Told;
import dev.pavior.intake.state.Absence;
import dev.pavior.intake.state.ItemMemory;
import dev.pavior.intake.state.KnownField;
import dev.pavior.intake.state.StateSight;
import dev.pavior.intake.state.ToldText;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes memories down for the store and reads them back. */
final class Memories {

    private Memories() {}

    static ItemMemory write(Memory memory) {
        var presence = memory.picture().presence();
        return new ItemMemory(
                memory.revision(),
                memory.validFrom(),
                memory.newest(),
                memory.deliveries(),
                memory.times().mergedSince(),
                memory.times().seen().entrySet().stream()
                        .map(seen -> new StateSight(seen.getKey(), seen.getValue().name()))
                        .toList(),
                fields(memory.picture()),
                presence.lastSeen(),
                presence.missed().entrySet().stream()
                        .map(missed -> new Absence(missed.getKey(), missed.getValue()))
                        .toList(),
                toldText(memory.told().text()),
                memory.told().title());
    }

    static Memory read(ItemMemory stored) {
        return new Memory(
                stored.getRevision(),
                stored.getValidFrom(),
                stored.getNewest(),
                stored.getDeliveries(),
                times(stored),
                picture(stored),
                new Told(words(stored.getToldText()), stored.getToldTitle()));
    }

    private static StateTimes times(ItemMemory stored) {
        var seen = new TreeMap<Instant, State>();
        stored.getStates().forEach(s -> seen.put(s.getAt(), State.valueOf(s.getState())));
        return new StateTimes(stored.getMergedSince(), seen);
    }

    private static Picture picture(ItemMemory stored) {
        var picture = new Picture.Drawing();
        Field.ALL.forEach(field -> read(picture, field, stored.getFields().get(field.name())));
        var missed = new TreeMap<Instant, String>();
        stored.getAbsences().forEach(a -> missed.put(a.getAt(), a.getReason()));
        return picture.picture(new Presence(stored.getLastSeen(), missed));
    }

    private static <T> void read(
            Picture.Drawing picture, Field<T> field, @Nullable KnownField stored) {
        if (stored != null) {
            var words = stored.getValues();
            var age = new Age(stored.getAt(), stored.getSeenAt());
            picture.add(field, new Known<>(field.notation().read(words), age));
        }
    }

    private static Map<String, KnownField> fields(Picture picture) {
        var fields = new HashMap<String, KnownField>();
        Field.ALL.forEach(field -> write(fields, picture, field));
        return fields;
    }

    private static <T> void write(Map<String, KnownField> fields, Picture picture, Field<T> field) {
        var known = picture.known(field);
        if (known != null) {
            var words = field.notation().write(known.value());
            fields.put(field.name(), new KnownField(known.age().at(), known.age().seenAt(), words));
        }
    }

    private static @Nullable ToldText toldText(Told.@Nullable Words told) {
        return told == null
                ? null
                : new ToldText(
                        told.digest(), told.confidential(), told.validFrom(), told.revision());
    }

    private static Told.@Nullable Words words(@Nullable ToldText told) {
        return told == null
                ? null
                : new Told.Words(
                        told.getDigest(),
                        told.getConfidential(),
                        told.getValidFrom(),
                        told.getRevision());
    }
}
