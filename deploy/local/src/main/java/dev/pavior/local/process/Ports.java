package dev.pavior.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of the loopback interface. */
public final class Ports {

    private Ports() {}

    /** A port that nothing listens on now. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether another program listens on a port, be it on all addresses. */
    public static boolean taken(int port) {
        // Some systems let one program have all addresses of a port and another have loopback.
        return !bindable(port) || answers(port);
    }

    private static boolean bindable(int port) {
        try (var socket = new ServerSocket()) {
            // A port whose last connections are still fading away can be bound again.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Demands that a port be free.
     *
     * @throws StartFailure where another program listens on it
     */
    public static void require(int port, String user) {
        if (taken(port)) {
            throw new StartFailure(
                    "port %d, for %s, is taken by another program".formatted(port, user));
        }
    }

    /** Whether something accepts connections at a port. */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            // The system may have picked this very port for this end: then it met itself.
            return socket.getLocalPort() != port;
        } catch (IOException e) {
            return false;
        }
    }
}
