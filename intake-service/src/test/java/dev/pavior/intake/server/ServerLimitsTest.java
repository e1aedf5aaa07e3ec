package dev.pavior.intake.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What became of a connection is read from the sender's side, without any of our doors behind. */
class ServerLimitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Socket> sockets = new ArrayList<>();
    private DisposableServer server = serve(100, Duration.ofMillis(500));

    @AfterEach
    void stop() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        server.disposeNow(PATIENCE);
    }

    @Test
    void closesAConnectionThatSaysNothing() throws IOException {
        // When
        var socket = connect();

        // Then
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void closesAConnectionThatIsNeverSilentAndNeverDone() throws Exception {
        // Given
        var socket = connect();

        // When
        int drops = drip(socket, "GET / HTTP/1.1\r\nX: " + "a".repeat(1000));

        // Then
        assertThat(drops).isLessThan(1000);
    }

    @Test
    void closesAKeptConnectionWhoseNextHeadDrips() throws Exception {
        // Given
        var socket = connect();
        socket.getOutputStream().write(REQUEST.getBytes(UTF_8));
        assertThat(socket.getInputStream().read()).isEqualTo('H');

        // When
        int drops = drip(socket, "GET / HTTP/1.1\r\nX: " + "a".repeat(1000));

        // Then
        assertThat(drops).isLessThan(1000);
    }

    @Test
    void keepsAConnectionBetweenRequestsLongerThanAHeadMayTake() throws Exception {
        // Given
        var socket = connect();
        socket.getOutputStream().write(REQUEST.getBytes(UTF_8));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        socket.getInputStream().skipNBytes(socket.getInputStream().available());

        // When
        Thread.sleep(Duration.ofMillis(1000));
        socket.getOutputStream().write(REQUEST.getBytes(UTF_8));

        // Then
        assertThat(socket.getInputStream().read()).isNotEqualTo(-1);
    }

    @Test
    void closesAConnectionWhoseBodyDoesNotCome() throws IOException {
        // Given
        var socket = connect();
        var head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nslow";

        // When
        socket.getOutputStream().write(head.getBytes(UTF_8));

        // Then
        var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
        assertThat(answer).doesNotContain(" 200 ");
    }

    @Test
    void refusesAHeadThatIsTooLarge() throws IOException {
        // Given
        var socket = connect();
        var head = "GET / HTTP/1.1\r\nX: " + "a".repeat(20_000) + "\r\n\r\n";

        // When
        socket.getOutputStream().write(head.getBytes(UTF_8));

        // Then
        var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 4");
    }

    @Test
    void turnsAwayWhoIsTooMuchAndLetsInAgain() throws IOException {
        // Given
        server.disposeNow(PATIENCE);
        server = serve(2, Duration.ofMinutes(1));
        var first = connect();
        connect();
        await().atMost(PATIENCE).until(() -> answers(first));

        // When
        var third = connect();

        // Then
        assertThat(end(third)).isEqualTo(-1);
        assertThat(registry.get("pavior.intake.connections.refused").counter().count())
                .isEqualTo(1);
        first.close();
        await().atMost(PATIENCE).until(() -> answers(connect()));
    }

    private DisposableServer serve(int connections, Duration headTimeout) {
        var settings =
                new ServerSettings(
                        connections, DataSize.ofKilobytes(16), headTimeout, Duration.ofSeconds(1));
        return new ServerLimits(settings, registry)
                .apply(HttpServer.create().host("127.0.0.1").port(0))
                .handle(
                        (request, response) ->
                                response.sendString(request.receive().aggregate().asString()))
                .bindNow(PATIENCE);
    }

    private Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        sockets.add(socket);
        return socket;
    }

    /** Sends a byte at a time for as long as somebody listens; how many that were. */
    private static int drip(Socket socket, String text) throws InterruptedException {
        int sent = 0;
        try {
            for (byte letter : text.getBytes(UTF_8)) {
                socket.getOutputStream().write(letter);
                sent++;
                Thread.sleep(20);
            }
        } catch (IOException e) {
            return sent;
        }
        return sent;
    }

    private static boolean answers(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(REQUEST.getBytes(UTF_8));
            return socket.getInputStream().read() == 'H';
        } catch (SocketException e) {
            return false;
        }
    }

    private static int end(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException e) {
            return -1;
        }
    }
}
