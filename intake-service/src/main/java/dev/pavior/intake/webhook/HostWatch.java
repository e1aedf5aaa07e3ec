package dev.pavior.intake.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices when hooks name another host than is read: then every item would exist twice. */
public final class HostWatch {

    private static final Logger log = LoggerFactory.getLogger(HostWatch.class);

    private final Map<String, String> read;
    private final MeterRegistry registry;
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    /**
     * Watches from now on.
     *
     * @param read the hosts that are read, by the name of the source
     * @param sources those that may send hooks
     */
    public HostWatch(Map<String, String> read, Sources sources, MeterRegistry registry) {
        this.read = Map.copyOf(read);
        this.registry = registry;
        sources.all().forEach(this::compare);
    }

    /** What is configured may be wrong and do no harm: most hooks name their instance. */
    private void compare(Source source) {
        if (isForeign(source, source.host())) {
            warn(
                    source,
                    source.host(),
                    "The host configured for hooks is not the one that is read");
        }
    }

    void look(Source source, Delivery delivery) {
        var host = InstanceHost.of(delivery.instance(), source.host());
        if (!isForeign(source, host)) {
            return;
        }
        registry.counter("pavior.intake.foreign.host", "source", source.name()).increment();
        var trouble = "hooks name " + host + ", read is " + read.get(source.name());
        if (troubles.putIfAbsent(source.name(), trouble) == null) {
            warn(source, host, "Hooks name another host than is read: every item exists twice");
        }
    }

    /** What was noticed first, by the name of the source. */
    Map<String, String> troubles() {
        return new TreeMap<>(troubles);
    }

    private boolean isForeign(Source source, String host) {
        var expected = read.get(source.name());
        return expected != null && !expected.equalsIgnoreCase(host);
    }

    private void warn(Source source, String host, String what) {
        log.atWarn()
                .addKeyValue("source", source.name())
                .addKeyValue("hooks", host)
                .addKeyValue("read", read.get(source.name()))
                .log(what);
    }
}
