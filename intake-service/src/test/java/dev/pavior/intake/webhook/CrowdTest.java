package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.intake.RunningIntake;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Senders that hold their connections open take nothing from the others. */
@RunningIntake
@TestPropertySource(
        properties = {
            "pavior.kafka.bootstrap=127.0.0.1:1",
            "pavior.kafka.registry-url=http://127.0.0.1:1",
            "PAVIOR_INTAKE_BODY_LIMIT=1500KB",
            "PAVIOR_INTAKE_IN_FLIGHT_LIMIT=3000KB",
            "PAVIOR_INTAKE_BODY_TIMEOUT=5m"
        })
class CrowdTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGE = 1_000_000;
    private static final int CROWD = 5;
    private static final String NO_TOKEN = "X-Nothing: here\r\n";
    private static final String GUESSED = "X-Gitlab-Token: guessed\r\n";
    private static final String GOOD = "X-Gitlab-Token: " + RunningIntake.TOKEN + "\r\n";
    private static final String FORGED = "webhook-signature: v1,AAAA\r\n" + GOOD;

    @LocalServerPort private int port;
    @Autowired private Balance balance;
    @Autowired private WebhookController controller;
    @Autowired private MeterRegistry registry;

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (var socket : open) {
            socket.close();
        }
        awaitTheEndOfAll();
    }

    @Test
    void refusesFromTheHeadersAloneWhatCannotBeAuthentic() throws IOException {
        for (var head : List.of(NO_TOKEN, GUESSED, FORGED)) {
            // When
            var answer = answer(announce(head, LARGE));

            // Then: the answer ends with the connection
            assertThat(answer).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void letsAHookInWhileOthersAnnounceBodiesAndStaySilent() throws IOException {
        // Given
        long before = balance.sheet().received();
        double uncounted = ended("uncounted");
        double busy = ended("busy");
        for (int i = 0; i < CROWD; i++) {
            announce(NO_TOKEN, LARGE);
            announce(GOOD, LARGE);
        }
        awaitReceived(before + 2 * CROWD);

        // When
        post(LARGE);

        // Then
        assertThat(ended("uncounted")).isEqualTo(uncounted + 1);
        assertThat(ended("busy")).isEqualTo(busy);
    }

    @Test
    void answersBusyWhenTheBytesThatReallyCameAreTooManyAndRecovers() throws IOException {
        // Given: bodies that came but for their last byte, and leave room for 3 bytes
        for (int size : List.of(LARGE, LARGE, LARGE, 72_001)) {
            announce(GOOD, size).getOutputStream().write(new byte[size - 1]);
        }
        await().atMost(PATIENCE).until(() -> controller.held() == 3 * LARGE + 72_001 - 4);

        // When
        var crowded = post(1000);

        // Then
        assertThat(crowded).startsWith("HTTP/1.1 503 ").contains("Retry-After");
        leave();
        await().atMost(PATIENCE).until(() -> controller.held() == 0);
        double before = ended("busy");
        for (int i = 0; i < CROWD; i++) {
            post(LARGE);
        }
        assertThat(ended("busy")).isEqualTo(before);
    }

    @Test
    void letsASmallHookInWhileStrangersHoldLargeBodiesOpen() throws IOException {
        // Given: three bodies that together would leave no room for a hook
        double uncounted = ended("uncounted");
        double busy = ended("busy");
        for (int i = 0; i < 3; i++) {
            announce(GOOD, 1_500_000).getOutputStream().write(new byte[1_023_900]);
        }
        await().atMost(PATIENCE).until(() -> ended("busy") == busy + 2);

        // When
        post(1000);

        // Then
        assertThat(ended("uncounted")).isEqualTo(uncounted + 1);
        assertThat(ended("busy")).isEqualTo(busy + 2);
    }

    private double ended(String reason) {
        return registry.find("pavior.intake.deliveries").tag("reason", reason).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** A hook that is let in and read, but with no broker cannot be counted; padded to a size. */
    private String post(int size) throws IOException {
        var body = "{\"object_kind\":\"push\"}" + " ".repeat(size - 22);
        var socket = announce(GOOD + "Connection: close\r\n", size);
        socket.getOutputStream().write(body.getBytes(UTF_8));
        return answer(socket);
    }

    private Socket announce(String headers, int length) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        open.add(socket);
        socket.setSoTimeout(20_000);
        var head =
                "POST /webhooks/gitlab HTTP/1.1\r\nHost: x\r\n%sContent-Length: %d\r\n\r\n"
                        .formatted(headers, length);
        socket.getOutputStream().write(head.getBytes(UTF_8));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    private void awaitReceived(long count) {
        await().atMost(PATIENCE).until(() -> balance.sheet().received() >= count);
    }

    private void awaitTheEndOfAll() {
        await().atMost(PATIENCE).until(() -> balance.sheet().ended() == balance.sheet().received());
    }
}
