package dev.pavior.local.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeDoorTest {

    private static final String HALF =
            """
            {"owner":true,"sources":[{"name":"default","troubles":{},"history":{"state":"running",
            "done":500,"total":1000,"percent":50.0,"perSecond":25.4,"secondsLeft":3725,
            "startedAt":"2026-11-24T10:00:00Z"}}]}
            """;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String body = HALF;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Authorization"));
                    try (exchange) {
                        exchange.sendResponseHeaders(status, 0);
                        exchange.getResponseBody().write(body.getBytes(UTF_8));
                    }
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void drawsHowFarItIs() {
        // When
        var states = door().histories();

        // Then
        assertThat(states)
                .extracting(HistoryState::line)
                .containsExactly(
                        "default    [###############---------------]  50.0 %  500 of 1000"
                                + "  25/s, 1:02:05 left");
        assertThat(asked).containsExactly("GET /v1/reading Bearer secret");
    }

    @Test
    void namesWhatCouldNotBeRead() {
        // Given
        body =
                HALF.replace(
                        "\"running\"", "\"failed\",\"reason\":\"issues of project 3: forbidden\"");

        // When
        var state = door().histories().getFirst();

        // Then
        assertThat(state.isOver()).isTrue();
        assertThat(state.isFailed()).isTrue();
        assertThat(state.line())
                .isEqualTo("default    failed after 500, not read: issues of project 3: forbidden");
    }

    @Test
    void drawsNoBarTowardsAnUnknownEnd() {
        // Given
        body = HALF.replace("\"total\":1000", "\"total\":null").replace("3725", "null");

        // When
        var state = door().histories().getFirst();

        // Then
        assertThat(state.line()).isEqualTo("default    500 of an unknown number  25/s");
    }

    @Test
    void asksForANewBeginning() {
        // When
        door().readHistories(true);

        // Then
        assertThat(asked).containsExactly("POST /v1/reading/history?restart=true Bearer secret");
    }

    @Test
    void saysWhatTheIntakeAnswers() {
        // Given
        status = 403;

        // When
        var asking = assertThatThrownBy(() -> door().readHistories(false));

        // Then
        asking.isInstanceOf(StartFailure.class).hasMessageContaining("403");
    }

    private IntakeDoor door() {
        return new IntakeDoor("http://127.0.0.1:" + server.getAddress().getPort(), "secret");
    }
}
