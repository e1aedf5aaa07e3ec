package dev.pavior.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.BalanceLine;
import dev.pavior.contract.v1.BalanceSheet;
import dev.pavior.contract.v1.IntakeHealth;
import dev.pavior.local.LocalKafka;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three accounts of what came in, against a real broker and registry. */
class ProofIT {

    private final LocalKafka kafka = LocalKafka.shared();
    private final OperatorRun operator = new OperatorRun(kafka);

    @TempDir private Path folder;

    @Test
    void holdsWhileAllThreeAgreeAndTellsWhatIsMissing() throws IOException {
        // Given: three with records, one of which has two, and one that was ignored
        record(Topics.OBSERVATIONS.name(), "0.0.1", "d-1");
        record(Topics.OBSERVATIONS.name(), "0.0.2", "d-2");
        record(Topics.NOTES.name(), "0.0.2", "d-2");
        record(Topics.deadLetters(Service.INTAKE).name(), "0.0.4", "d-4");
        sheet(2, 4);
        var gitLab = gitLab(Map.of("d-1", "200", "d-2", "200", "d-3", "200", "d-5", "503"));
        // When
        int agreed = operator.run(asked(gitLab));
        // Then
        assertThat(agreed).isZero();
        assertThat(operator.out())
                .containsPattern("0 +default +2 +1 +1 +0 +0")
                .contains("holds     instance 0: received 4 = ended 4")
                .contains(
                        "holds     observations: counted 2, with a record 2",
                        "holds     dlt: counted 1, with a record 1")
                .contains("GitLab's hook log: 200 × 3, 503 × 1")
                .contains("of GitLab's 3 successes 2 have a record, 1 have none (1 were ignored)")
                .contains("Nothing is missing.");

        sheet(3, 5);
        assertThat(operator.run("proof")).isEqualTo(1);
        assertThat(operator.out())
                .contains("missing   observations: counted 3, with a record 2; 1 have none")
                .contains("Something is missing.");

        record(Topics.OBSERVATIONS.name(), "0.0.6", "d-6");
        record(Topics.OBSERVATIONS.name(), "0.1.7", "d-7");
        assertThat(operator.run("proof")).isZero();
        assertThat(operator.out())
                .contains("explained observations: counted 3, with a record 4")
                .contains("1 were never answered 2xx");
        gitLab.stop(0);
    }

    private String[] asked(HttpServer gitLab) throws IOException {
        var token = Files.writeString(folder.resolve("token"), "glpat-hooks\n");
        return new String[] {
            "proof",
            "--gitlab",
            "http://127.0.0.1:" + gitLab.getAddress().getPort(),
            "--token-file",
            token.toString(),
            "--project",
            "g/p",
            "--hook",
            "5"
        };
    }

    private static HttpServer gitLab(Map<String, String> log) throws IOException {
        var events =
                log.entrySet().stream()
                        .map(
                                entry ->
                                        "{\"request_headers\":{\"Idempotency-Key\":\"%s\"},\"response_status\":\"%s\"}"
                                                .formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(",", "[", "]"))
                        .getBytes(UTF_8);
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var path = exchange.getRequestURI().getRawPath();
                    var token = exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN");
                    boolean right =
                            path.equals("/api/v4/projects/g%2Fp/hooks/5/events")
                                    && token.equals("glpat-hooks");
                    exchange.sendResponseHeaders(right ? 200 : 404, 0);
                    try (var body = exchange.getResponseBody()) {
                        body.write(events);
                    }
                });
        server.start();
        return server;
    }

    private void record(String topic, String visit, String delivery) {
        kafka.send(
                topic,
                "key",
                new byte[1],
                Map.of(
                        "intake-visit", visit,
                        "intake-source", "default",
                        "delivery-id", delivery));
    }

    private void sheet(long published, long received) {
        var lines =
                Stream.of(
                                new BalanceLine("default", "published", "observations", published),
                                new BalanceLine("default", "ignored", "kind", 1L),
                                new BalanceLine("default", "parked", "not-json", 1L))
                        .toList();
        var health =
                IntakeHealth.newBuilder()
                        .setPart("balance/0")
                        .setAt(Instant.now())
                        .setBalance(new BalanceSheet(List.copyOf(lines), received, 0))
                        .build();
        kafka.send(
                Topics.HEALTH.name(), "balance/0", kafka.encoded(Topics.HEALTH, health), Map.of());
    }
}
