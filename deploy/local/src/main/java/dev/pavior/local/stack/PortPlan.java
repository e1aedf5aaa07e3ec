package dev.pavior.local.stack;

import dev.pavior.local.process.StartFailure;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which port each part listens on.
 *
 * @param byName ports by the name of the part, with {@code -management} for a service's second one
 */
public record PortPlan(Map<String, Integer> byName) {

    private static final Map<String, Integer> USUAL =
            Map.ofEntries(
                    Map.entry("kafka", 9092),
                    Map.entry("kafka-controller", 9093),
                    Map.entry("registry", 8081),
                    Map.entry("intake", 8080),
                    Map.entry("labeling", 8082),
                    Map.entry("metrics", 8083),
                    Map.entry("handoff", 8084),
                    Map.entry("sandbox", 8085),
                    Map.entry("intake-management", 9080),
                    Map.entry("labeling-management", 9082),
                    Map.entry("metrics-management", 9083),
                    Map.entry("handoff-management", 9084));

    public PortPlan {
        byName = Map.copyOf(byName);
    }

    /**
     * The usual ports, moved by an offset, each of which the environment may override.
     *
     * @param offset added to each usual port
     * @param environment looks a variable up, null where it is not set
     * @throws StartFailure where one of them comes to lie outside of what a port can be
     */
    public static PortPlan of(int offset, UnaryOperator<@Nullable String> environment) {
        var ports = new TreeMap<String, Integer>();
        USUAL.forEach(
                (name, usual) -> {
                    var said = environment.apply(variable(name));
                    ports.put(name, said == null ? moved(name, usual, offset) : parse(name, said));
                });
        return new PortPlan(ports);
    }

    /** The variable that overrides a port. */
    static String variable(String name) {
        return "PAVIOR_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    }

    /** The port of a part. */
    public int of(String name) {
        var port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no part has the port " + name);
        }
        return port;
    }

    /** The address of a part that speaks HTTP. */
    public String url(String name) {
        return "http://127.0.0.1:" + of(name);
    }

    private static int parse(String name, String said) {
        try {
            var port = Integer.parseInt(said);
            if (isPort(port)) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartFailure(variable(name) + " is no port: " + said, e);
        }
        throw new StartFailure(variable(name) + " is no port: " + said);
    }

    private static int moved(String name, int usual, int offset) {
        // As a long, for an int would wrap around to what may be a port again.
        long port = (long) usual + offset;
        if (isPort(port)) {
            return (int) port;
        }
        throw new StartFailure(
                "the port offset %d moves %s to %d, which is no port"
                        .formatted(offset, name, port));
    }

    private static boolean isPort(long number) {
        return number >= 1 && number <= 65_535;
    }
}
