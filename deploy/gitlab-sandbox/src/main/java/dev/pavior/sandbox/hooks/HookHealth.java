package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.domain.Backoff;
import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.World;
import java.time.Clock;
import java.time.Duration;

/** Switches hooks off that fail, as GitLab does, and on again; the one of the settings never. */
public final class HookHealth {

    private final World world;
    private final Clock clock;
    private final Duration minute;

    /**
     * @param minute how long GitLab's first pause is; tests take a shorter one
     */
    public HookHealth(World world, Clock clock, Duration minute) {
        this.world = world;
        this.clock = clock;
        this.minute = minute;
    }

    public Backoff of(Hook hook) {
        return world.inTurn(
                () -> world.backoffs.find(hook.id()).orElseGet(() -> Backoff.none(hook.id())));
    }

    boolean executable(Hook hook) {
        return hook.id() == 0 || of(hook).executable(clock.instant());
    }

    /** One success forgives all failures, a test's too. */
    void note(Hook hook, boolean received) {
        if (hook.id() == 0) {
            return;
        }
        world.inTurn(
                () -> {
                    if (!received && world.hooks.find(hook.id()).isPresent()) {
                        return world.backoffs.put(of(hook).failed(clock.instant(), minute));
                    }
                    world.backoffs.find(hook.id()).ifPresent(world.backoffs::remove);
                    return Backoff.none(hook.id());
                });
    }
}
