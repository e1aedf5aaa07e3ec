package dev.pavior.local.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.Topics;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.Values;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The sheets of all instances, as the broker has them. */
public final class Sheets {

    private static final String PART = "balance/";

    private Sheets() {}

    /** The last sheet of each instance. */
    public static List<Sheet> read(Reader reader, Values values) {
        var newest = new TreeMap<String, byte[]>();
        reader.read(
                reader.partitions(Topics.HEALTH.name()),
                Optional.empty(),
                record -> {
                    var part = new String(record.key(), UTF_8);
                    if (part.startsWith(PART) && record.value() != null) {
                        newest.put(part.substring(PART.length()), record.value());
                    }
                });
        return newest.entrySet().stream()
                .flatMap(
                        kept ->
                                values
                                        .decode(kept.getValue())
                                        .map(health -> Sheet.of(kept.getKey(), health))
                                        .stream())
                .toList();
    }
}
