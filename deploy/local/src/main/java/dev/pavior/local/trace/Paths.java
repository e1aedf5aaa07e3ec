package dev.pavior.local.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.Topics;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.Values;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tells the id behind a path, as the intake's catalogue has it. */
public final class Paths {

    private final Reader reader;
    private final Values values;

    public Paths(Reader reader, Values values) {
        this.reader = reader;
        this.values = values;
    }

    /** The id of the project or group that an address names by path. */
    public Optional<Long> id(ItemAddress address) {
        var key = address.catalogKey().getBytes(UTF_8);
        var newest = new AtomicReference<byte @Nullable []>();
        reader.read(
                reader.partitions(Topics.CATALOG.name()),
                Optional.empty(),
                record -> {
                    if (Arrays.equals(record.key(), key)) {
                        newest.set(record.value());
                    }
                });
        return Optional.ofNullable(newest.get())
                .flatMap(values::decode)
                .map(entry -> (Long) entry.get("entryId"));
    }
}
