package dev.pavior.intake.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes secrets from their file, whenever it changes; a bad one changes nothing. */
public final class SecretsWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SecretsWatch.class);

    private final SecretsFile file;
    private final List<Source> configured;
    private final Sources sources;
    private final MeterRegistry registry;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("secrets-watch").daemon().factory());
    private String version = "";

    private SecretsWatch(
            WebhookSettings settings, Path file, Sources sources, MeterRegistry registry) {
        this.file = new SecretsFile(file);
        this.configured = settings.sources();
        this.sources = sources;
        this.registry = registry;
    }

    /**
     * Starts to watch the file of the settings, where they name one.
     *
     * @throws IllegalArgumentException where it cannot be used now
     */
    public static SecretsWatch start(
            WebhookSettings settings, Sources sources, MeterRegistry registry) {
        var watch = new SecretsWatch(settings, Path.of(settings.secretsFile()), sources, registry);
        if (!settings.secretsFile().isBlank()) {
            long pause = settings.secretsRefresh().toMillis();
            var _ =
                    watch.thread.scheduleWithFixedDelay(
                            watch::look, pause, pause, TimeUnit.MILLISECONDS);
        }
        return watch;
    }

    private void look() {
        var now = file.version();
        if (now.equals(version)) {
            return;
        }
        version = now;
        try {
            sources.renew(file.applyTo(configured));
            count("renewed");
            log.atInfo().log("The secrets of the hooks were read anew");
        } catch (RuntimeException e) {
            count("refused");
            log.atError()
                    .addKeyValue("problem", e.getMessage())
                    .log("The file of secrets cannot be used; those before it stay valid");
        }
    }

    private void count(String outcome) {
        registry.counter("pavior.intake.secrets.read", "outcome", outcome).increment();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
