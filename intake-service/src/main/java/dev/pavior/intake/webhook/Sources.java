package dev.pavior.intake.webhook;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The sources that are let in. */
public final class Sources {

    private volatile List<Known> known;

    /** Nobody is let in. */
    public static Sources none() {
        return new Sources();
    }

    private Sources() {
        this.known = List.of();
    }

    public Sources(List<Source> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("no source of hooks is configured");
        }
        var names = new HashSet<String>();
        if (!sources.stream().allMatch(source -> names.add(source.name()))) {
            throw new IllegalArgumentException("two sources of hooks have the same name");
        }
        this.known = known(sources);
    }

    /** Takes other secrets for the same sources from now on, all of them or none. */
    void renew(List<Source> sources) {
        known = known(sources);
    }

    private static List<Known> known(List<Source> sources) {
        return sources.stream().map(s -> new Known(s, s.verification())).toList();
    }

    /**
     * A source that has proven itself.
     *
     * @param slot the secret it used
     */
    record Proven(Source source, Source.Slot slot) {}

    private record Known(Source source, Verification verification) {

        Optional<Proven> prove(Delivery delivery, Instant now) {
            return Optional.ofNullable(verification.check(delivery, now))
                    .map(slot -> new Proven(source, slot));
        }
    }

    /** All of them, with the secrets that are valid now. */
    public List<Source> all() {
        return known.stream().map(Known::source).toList();
    }

    /** Whether any source could be the sender, judged by the headers before the body comes. */
    boolean mayBeAuthentic(Delivery announced, Instant now) {
        return known.stream().anyMatch(k -> k.verification().isPossible(announced, now));
    }

    /**
     * Whether a source speaks for another instance than its own. One alone may: it has no other to
     * impersonate, and its deliveries know their instance better than its settings do.
     */
    boolean isForeign(Delivery delivery, Source source) {
        return known.size() > 1
                && !InstanceHost.of(delivery.instance(), source.host())
                        .equalsIgnoreCase(source.host());
    }

    /** The source whose secret the delivery was made with. All are tried, whichever it is. */
    Optional<Proven> authenticate(Delivery delivery, Instant now) {
        return known.stream().map(k -> k.prove(delivery, now)).toList().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
