package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.Topics;
import dev.pavior.intake.TopicReader;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.RealKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures a backfill of many issues at 500 requests a second and prints what it took; asked for by
 * name alone: {@code -Dit.test=HistoryBenchmark}.
 */
@RealKafka
class HistoryBenchmark {

    private static final int ISSUES = Integer.getInteger("pavior.benchmark.issues", 10_000);
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    @TempDir private Path folder;

    @Test
    void readsTheHistoriesOfManyIssues(Cluster cluster) throws Exception {
        try (var sandbox = new Sandbox();
                var service = new ReadingService(cluster, sandbox, folder, 30_500)) {
            sandbox.post("/-/sandbox/seed", "issues", "" + ISSUES, "events", "5");
            service.start();
            while (!service.reading()
                    .contains(
                            "\"job\":\"reconcile\",\"scope\":\"issues of group 1\",\"state\":\"done\"")) {
                Thread.sleep(500);
            }
            long before = liveHeap(service.pid());

            var begun = Instant.now();
            service.readHistories();
            long most = before;
            long peakRate = 0;
            while (!service.reading().contains("\"history\":{\"state\":\"done\"")) {
                Thread.sleep(5_000);
                most = Math.max(most, liveHeap(service.pid()));
                peakRate = Math.max(peakRate, usedPerMinute(service.reading()));
            }
            var took = Duration.between(begun, Instant.now());
            System.out.printf(
                    "MEASURED %d issues in %d s, up to %d requests/s; live heap %d KB before,"
                            + " at most %d KB while reading (+%d KB)%n",
                    ISSUES, took.toSeconds(), peakRate / 60, before, most, most - before);
            assertThat(new TopicReader(cluster.bootstrap()).all(Topics.HISTORIES.name()))
                    .hasSizeGreaterThanOrEqualTo(ISSUES);
        }
    }

    private static long usedPerMinute(String reading) {
        var used = Pattern.compile("\"usedPerMinute\":(\\d+)").matcher(reading);
        return used.find() ? Long.parseLong(used.group(1)) : 0;
    }

    /** What is still in use after a full collection, in KB. */
    private static long liveHeap(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        return USED.matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private static String jcmd(long pid, String what) throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(tool, Long.toString(pid), what).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }
}
