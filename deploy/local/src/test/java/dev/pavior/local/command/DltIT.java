package dev.pavior.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.local.LocalKafka;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What could not be processed, as an operator sees it and sends it back, against a real broker and
 * registry.
 */
class DltIT {

    private static final String ITEM = "gitlab.example/14/issue/23";
    private static final String SECRET = "the title of a \u001b[31msecret";

    @TempDir private static Path folder;

    private final LocalKafka kafka = LocalKafka.shared();
    private final OperatorRun operator = new OperatorRun(kafka);

    @Test
    void showsNothingConfidentialUnasked() {
        // Given
        long offset =
                kafka.send(
                        dlt(Service.METRICS),
                        ITEM,
                        SECRET.getBytes(UTF_8),
                        Map.of(
                                "__streams.errors.exception", "java.lang.IllegalStateException",
                                "__streams.errors.message", "cannot take " + SECRET,
                                "__streams.errors.topic", Topics.OBSERVATIONS.name(),
                                "__streams.errors.partition", "3",
                                "__streams.errors.offset", "12"));
        var show = new String[] {"dlt", "show", "metrics", "" + offset};
        // When
        run(with(show, "--payload"));
        // Then
        assertThat(operator.out())
                .contains("IllegalStateException", "intake.observations.v1[3]@12", ITEM)
                .doesNotContain("the title");
        run(with(show, "--confidential"));
        assertThat(operator.out()).contains("cannot take the title").doesNotContain("(38 bytes");
        run(with(show, "--payload", "--confidential"));
        assertThat(operator.out())
                .contains(System.lineSeparator() + "the title of a \\u{1b}[31msecret")
                .doesNotContain("\u001b");
    }

    @Test
    void countsLettersByWhatTheyHaveInCommon() {
        // Given
        var headers = springs(Topics.WORK_ITEMS.name(), 0);
        long one = kafka.send(dlt(Service.HANDOFF), "one", new byte[3], headers);
        kafka.send(dlt(Service.HANDOFF), "two", new byte[3], headers);
        // When
        run("dlt", "list", "handoff", "--reason", "ClassCastException", "--each");
        // Then
        assertThat(operator.out())
                .containsPattern("handoff +ClassCastException +intake.work-items.v1 +2 +0 ")
                .contains("handoff.dlt/" + one);
        run("dlt", "list", "handoff", "--item", "two");
        assertThat(operator.out()).containsPattern("intake.work-items.v1 +1 +0 ");
        run("dlt", "list", "handoff", "--since", "2999-01-01T00:00:00Z");
        assertThat(operator.out()).contains("Nothing is parked.");
    }

    @Test
    void sendsALetterBackToItsPlaceOnce() {
        // Given
        var value = "an edit".getBytes(UTF_8);
        var headers = new TreeMap<String, Object>(Map.of("delivery-id", "d-1"));
        long original = kafka.send(Topics.EDITS.name(), 4, ITEM, value, headers);
        headers.putAll(springs(Topics.EDITS.name(), original));
        long letter = kafka.send(dlt(Service.LABELING), ITEM, value, headers);
        var replay = new String[] {"dlt", "replay", "labeling", "--offset", "" + letter, "--yes"};
        // When
        assertThat(run(replay)).isZero();
        assertThat(run(replay)).isZero();
        // Then
        assertThat(operator.out()).contains("was replayed at", "There is nothing to replay.");
        var sent = kafka.all(Topics.EDITS.name());
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().partition()).isEqualTo(4);
        assertThat(sent.getLast().key()).isEqualTo(ITEM.getBytes(UTF_8));
        assertThat(sent.getLast().value()).isEqualTo(value);
        assertThat(LocalKafka.headers(sent.getLast()))
                .containsOnly(
                        Map.entry("delivery-id", "d-1"),
                        Map.entry("pavior-replayed-from", "labeling.dlt/" + letter),
                        Map.entry("pavior-replay-count", "1"));
        assertThat(run(with(replay, "--again"))).isZero();
        assertThat(kafka.all(Topics.EDITS.name())).hasSize(3);
    }

    @Test
    void replacesNothingNewerOnACompactedTopic() {
        // Given
        var topic = Topics.WORKFLOWS.name();
        long original = kafka.send(topic, 4, ITEM, "old".getBytes(UTF_8), Map.of());
        kafka.send(topic, 4, ITEM, "new".getBytes(UTF_8), Map.of());
        var headers = springs(topic, original);
        long letter = kafka.send(dlt(Service.HANDOFF), ITEM, "old".getBytes(UTF_8), headers);
        // When
        run("dlt", "replay", "handoff", "--offset", "" + letter, "--yes");
        // Then
        assertThat(operator.out()).contains("skipped: a newer record of its key is on " + topic);
        assertThat(kafka.all(topic)).hasSize(2);
    }

    @Test
    void handsAParkedDeliveryInUnderItsOwnIdAndSignature() throws IOException {
        // Given
        var came = new ArrayList<Map<String, String>>();
        var intake = intake(came);
        var body = new byte[] {'{', (byte) 0xff, '}'};
        long letter = kafka.send(dlt(Service.INTAKE), "d-7", body, parked(3));
        long cut = kafka.send(dlt(Service.INTAKE), "d-8", body, parked(99));
        var key = Files.writeString(folder.resolve("key"), "whsec_c2VjcmV0\n");
        // When
        int status =
                run(
                        "dlt",
                        "replay",
                        "intake",
                        "--offset",
                        letter + "," + cut,
                        "--yes",
                        "--intake",
                        "http://127.0.0.1:" + intake.getAddress().getPort(),
                        "--signing-token-file",
                        key.toString());
        intake.stop(0);
        // Then
        assertThat(status).isEqualTo(1);
        assertThat(operator.out())
                .contains("sent to POST /webhooks/gitlab", "only 3 of its 99 bytes were kept");
        assertThat(came).hasSize(1);
        assertThat(came.getFirst())
                .containsEntry("Idempotency-key", "d-7")
                .containsEntry("Webhook-id", "d-7")
                .containsEntry("X-gitlab-event", "Issue Hook")
                .containsEntry("body", Arrays.toString(body));
        assertThat(came.getFirst().get("Webhook-signature")).startsWith("v1,");
    }

    @Test
    void showsWhatReadingCouldNotSendAndNeverTakesItForAHook() {
        // Given
        var headers =
                Map.<String, Object>of(
                        "dlt-reason", "too-large",
                        "dlt-origin", "reading",
                        "dlt-topic", Topics.HISTORIES.name(),
                        "dlt-length", "2000000");
        long letter = kafka.send(dlt(Service.INTAKE), ITEM, new byte[3], headers);
        // When
        run("dlt", "list", "intake", "--reason", "too-large");
        // Then
        assertThat(operator.out())
                .containsPattern("too-large +reading, for intake.histories.v1 +1 +0 ");
        assertThat(run("dlt", "replay", "intake", "--offset", "" + letter, "--yes")).isEqualTo(1);
        assertThat(operator.out()).contains("intake.histories.v1 did not take it");
    }

    @Test
    void tellsOfMisuseInOneLine() {
        // When
        int status = run("dlt", "replay", "intake");
        // Then
        assertThat(status).isEqualTo(1);
        assertThat(operator.err()).startsWith("pavior: say which: --offset").hasLineCount(1);
    }

    private static HttpServer intake(List<Map<String, String>> came) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/webhooks/gitlab",
                exchange -> {
                    var seen = new TreeMap<String, String>();
                    exchange.getRequestHeaders().forEach((k, v) -> seen.put(k, v.getFirst()));
                    seen.put("body", Arrays.toString(exchange.getRequestBody().readAllBytes()));
                    came.add(seen);
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static Map<String, Object> parked(int length) {
        return Map.of(
                "dlt-origin", "POST /webhooks/gitlab",
                "dlt-reason", "not-json",
                "dlt-source", "default",
                "dlt-event", "Issue Hook",
                "dlt-length", "" + length);
    }

    /** As Spring's recoverer says where a record was: numbers as such. */
    private static Map<String, Object> springs(String topic, long offset) {
        return Map.of(
                "kafka_dlt-exception-fqcn",
                "org.springframework.kafka.ListenerFailed",
                "kafka_dlt-exception-cause-fqcn",
                "java.lang.ClassCastException",
                "kafka_dlt-original-topic",
                topic,
                "kafka_dlt-original-partition",
                ByteBuffer.allocate(4).putInt(4).array(),
                "kafka_dlt-original-offset",
                ByteBuffer.allocate(8).putLong(offset).array());
    }

    private static String dlt(Service service) {
        return Topics.deadLetters(service).name();
    }

    private static String[] with(String[] arguments, String... more) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private int run(String... arguments) {
        return operator.run(arguments);
    }
}
