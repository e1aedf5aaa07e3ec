package dev.pavior.local.stack;

import dev.pavior.contract.Topics;
import dev.pavior.local.process.Child;
import dev.pavior.local.process.StartFailure;
import dev.pavior.local.provision.Provisioning;
import dev.pavior.local.stack.Running.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts a stack floor by floor and holds its processes until they are let go or stopped. */
public final class Launch {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Stack stack;
    private final Progress progress;
    private final List<Child> children = new ArrayList<>();
    private volatile Running running;
    private volatile boolean held = true;

    public Launch(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
        this.running = new Running(stack.demo(), stack.ports().byName(), List.of());
    }

    /**
     * Starts all parts and waits until they are healthy.
     *
     * @throws StartFailure where a part cannot be started; what was started by then still runs
     */
    public void start() {
        stack.home().requireSpace();
        var parts = stack.parts();
        parts.forEach(part -> part.check().run());
        startTogether(on(parts, Part.Floor.BROKER, Part.Floor.REGISTRY));
        provision();
        startTogether(on(parts, Part.Floor.SERVICE));
        // Last, so that its history finds everybody at work.
        startTogether(on(parts, Part.Floor.GITLAB));
    }

    private static List<Part> on(List<Part> parts, Part.Floor... floors) {
        return parts.stream().filter(part -> List.of(floors).contains(part.floor())).toList();
    }

    /** What was started so far. */
    public Running running() {
        return running;
    }

    /** The processes that were started, as long as this one holds them. */
    public List<Child> children() {
        return List.copyOf(children);
    }

    /** Whether this process answers for those it started: until they are let go or stopped. */
    public boolean held() {
        return held;
    }

    /** Lets all processes live on without this one. */
    public synchronized void letGo() {
        requireHeld();
        children.forEach(Child::letGo);
        held = false;
    }

    /** Leaves the processes to themselves and starts no more; whether they were held until now. */
    public synchronized boolean release() {
        var wasHeld = held;
        held = false;
        return wasHeld;
    }

    /** Stops what was started and starts no more; whether the processes were held until now. */
    public boolean stop(Stop stop) {
        var wasHeld = release();
        if (wasHeld) {
            stop.stop(running, stack.home());
        }
        return wasHeld;
    }

    private void requireHeld() {
        if (!held) {
            throw new StartFailure("stopped while starting");
        }
    }

    void startTogether(List<Part> parts) {
        var waiting = new LinkedHashMap<Part, Child>();
        for (var part : parts) {
            waiting.put(part, start(part));
        }
        var begin = Instant.now();
        while (!waiting.isEmpty()) {
            waiting.entrySet().removeIf(entry -> healthy(entry, begin));
            if (Duration.between(begin, Instant.now()).compareTo(PATIENCE) > 0) {
                throw late(waiting);
            }
            pause();
        }
    }

    /** Never at the same time as a stop, which must see what was started and be the last word. */
    private synchronized Child start(Part part) {
        requireHeld();
        var child = part.starter().get();
        children.add(child);
        running = running.with(started(part, child));
        running.keep(stack.home());
        progress.starting(part.name());
        return child;
    }

    private static Started started(Part part, Child child) {
        return new Started(part.name(), part.floor(), child.pid(), child.since(), child.mark());
    }

    private boolean healthy(Map.Entry<Part, Child> starting, Instant begin) {
        if (!starting.getValue().alive()) {
            throw new StartFailure(starting.getValue().died());
        }
        var healthy = starting.getKey().health().good();
        if (healthy) {
            progress.healthy(starting.getKey().name(), Duration.between(begin, Instant.now()));
        }
        return healthy;
    }

    private void provision() {
        var lines = new ArrayList<String>();
        new Provisioning(stack.bootstrap(), stack.registryUrl(), lines::add).run(Topics.all());
        progress.note("%d topics provisioned".formatted(Topics.all().size()));
    }

    private void pause() {
        requireHeld();
        progress.tick();
        try {
            TimeUnit.MILLISECONDS.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted while starting", e);
        }
    }

    private static StartFailure late(Map<Part, Child> waiting) {
        var first = waiting.values().iterator().next();
        return new StartFailure(
                "%s is not healthy after %d s; see %s"
                        .formatted(first.name(), PATIENCE.toSeconds(), first.log()));
    }
}
