package dev.pavior.chassis.kafka;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** Whether the broker answers, asked in the background so that a probe never waits for it. */
final class BrokerHealth implements HealthIndicator, SmartLifecycle {

    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int TIMEOUT_MS = 2000;

    private final Admin admin;
    private volatile Health last = Health.unknown().build();
    private volatile @Nullable Thread thread;

    BrokerHealth(Admin admin) {
        this.admin = admin;
    }

    @Override
    public Health health() {
        return last;
    }

    private void watch() {
        try {
            while (thread != null) {
                last = ask();
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Health ask() throws InterruptedException {
        try {
            var cluster = admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MS));
            var id = cluster.clusterId().get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
            return Health.up().withDetail("cluster", id).build();
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            return Health.down().withDetail("broker", "does not answer").build();
        }
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("broker-health").unstarted(this::watch);
        thread.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
