package dev.pavior.local.command;

import dev.pavior.contract.Service;
import dev.pavior.local.letters.Selection;
import dev.pavior.local.letters.Shelf;
import dev.pavior.local.topics.Reader;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which letters are meant. */
final class Letters {

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "intake, labeling, metrics or handoff (default: all).")
    private @Nullable String service;

    @Option(
            names = "--offset",
            paramLabel = "N",
            split = ",",
            description = "Those at these offsets; needs SERVICE.")
    private Set<Long> offsets = new TreeSet<>();

    @Option(names = "--reason", paramLabel = "WORD", description = "Those with this reason.")
    private @Nullable String reason;

    @Option(
            names = "--item",
            paramLabel = "KEY",
            description = "Those of this item, by the key of the record that failed.")
    private @Nullable String item;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.class,
            description = "Those since a time: an instant, or how long ago such as 24h or 7d.")
    private @Nullable Instant since;

    Selection selection() {
        if (!offsets.isEmpty() && service == null) {
            throw new Misused("an offset is one of a service: say which");
        }
        return new Selection(
                offsets,
                Optional.ofNullable(reason),
                Optional.ofNullable(item),
                Optional.ofNullable(since));
    }

    /** The shelf of each service that is meant. */
    Map<Service, Shelf> shelves(Reader reader) {
        var shelves = new LinkedHashMap<Service, Shelf>();
        services().forEach(each -> shelves.put(each, Shelf.of(each, reader)));
        return shelves;
    }

    private List<Service> services() {
        return service == null ? Arrays.asList(Service.values()) : List.of(service(service));
    }

    /** A service by its word. */
    static Service service(String word) {
        return Arrays.stream(Service.values())
                .filter(each -> each.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Misused("there is no service \"" + word + "\""));
    }
}
