package dev.pavior.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was started in a home, as it is kept there for later commands.
 *
 * @param demo whether the sandbox belongs to it
 * @param ports where its parts listen
 * @param processes the processes, in the order of their start
 */
public record Running(boolean demo, Map<String, Integer> ports, List<Running.Started> processes) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public Running {
        ports = Map.copyOf(ports);
        processes = List.copyOf(processes);
    }

    /**
     * A process that was started.
     *
     * @param name name of its part
     * @param floor where that stands
     * @param pid its id, which the system may give to another process later
     * @param since when the system said it began
     * @param mark an argument of its own, which tells it from that other process
     */
    public record Started(String name, Part.Floor floor, long pid, Instant since, String mark) {

        /** The process, while it lives. */
        public Optional<ProcessHandle> handle() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> isThis(handle.info()));
        }

        /**
         * Both ways, for a clock that is set moves the beginning, and a command line may be hidden.
         */
        private boolean isThis(ProcessHandle.Info info) {
            return info.startInstant().equals(Optional.of(since))
                    || info.commandLine().orElse("").contains(mark);
        }
    }

    /** What a home says was started there; empty where nothing was, or it was stopped. */
    public static Optional<Running> in(Home home) {
        var file = file(home);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(file, Running.class))
                : Optional.empty();
    }

    /** The stack that was started. */
    public Stack stack(Path root, Home home) {
        return new Stack(root, home, new PortPlan(ports), demo);
    }

    /** The processes that live. */
    public List<Started> alive() {
        return processes.stream().filter(started -> started.handle().isPresent()).toList();
    }

    /** The process of a part, where one was started. */
    public Optional<Started> of(String part) {
        return processes.stream().filter(started -> started.name().equals(part)).findFirst();
    }

    Running with(Started started) {
        var more = new ArrayList<>(processes);
        more.add(started);
        return new Running(demo, ports, more);
    }

    void keep(Home home) {
        try {
            OwnerOnly.write(file(home), JSON.writeValueAsString(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Home home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Home home) {
        return home.run().resolve("stack.json");
    }
}
