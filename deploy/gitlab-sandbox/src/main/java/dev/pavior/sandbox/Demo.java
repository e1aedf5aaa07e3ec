package dev.pavior.sandbox;

import dev.pavior.sandbox.demo.Dice;
import dev.pavior.sandbox.demo.History;
import dev.pavior.sandbox.demo.Life;
import dev.pavior.sandbox.demo.Narrator;
import dev.pavior.sandbox.domain.World;
import dev.pavior.sandbox.hooks.Receivers;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Tells the history first and then lets life go on, while the sandbox runs. */
final class Demo implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final World world;
    private final Narrator narrator;
    private final Receivers receivers;
    private final Life life;
    private final SandboxSettings settings;
    private final Dice dice;
    private volatile @Nullable Thread thread;

    Demo(
            World world,
            Narrator narrator,
            Receivers receivers,
            Life life,
            SandboxSettings settings,
            Clock clock) {
        this.world = world;
        this.narrator = narrator;
        this.receivers = receivers;
        this.life = life;
        this.settings = settings;
        this.dice = new Dice(clock.millis());
    }

    @Override
    public void start() {
        if (settings.demo()) {
            thread = Thread.ofVirtual().name("demo").start(this::run);
        }
    }

    private void run() {
        try {
            var hook = receivers.ofAllProjects();
            if (hook.isPresent() && History.in(world)) {
                narrator.tell(hook.get());
            }
            live();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() throws InterruptedException {
        int usual = settings.lifeSeconds() * 1000;
        while (usual > 0) {
            Thread.sleep(dice.between(usual * 7 / 10, usual * 14 / 10));
            try {
                life.live();
            } catch (RuntimeException e) {
                LOG.warn("something could not happen", e);
            }
        }
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** After the web server, so that whoever hears of something can look it up. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
