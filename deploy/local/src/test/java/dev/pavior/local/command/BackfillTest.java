package dev.pavior.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.pavior.local.reading.IntakeDoor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillTest {

    private HttpServer server;
    private String state = "";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var body =
                            """
                            {"sources":[{"name":"default","history":{"state":"%s","done":5,
                            "reason":"issues of project 3: forbidden","startedAt":"now"}}]}
                            """
                                    .formatted(state);
                    try (exchange) {
                        exchange.sendResponseHeaders(200, 0);
                        exchange.getResponseBody().write(body.getBytes(UTF_8));
                    }
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"done, 0", "failed, 1"})
    void endsWithOneWhereAListFailed(String told, int code) throws InterruptedException {
        // Given
        state = told;
        var out = new StringWriter();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();

        // When
        var ended =
                Backfill.follow(
                        new Terminal(new PrintWriter(out), false),
                        new IntakeDoor(url, "secret"),
                        "earlier");

        // Then
        assertThat(ended).isEqualTo(code);
        assertThat(out.toString().contains("not read: issues of project 3: forbidden"))
                .isEqualTo(code == 1);
    }
}
