package dev.pavior.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void areTakenWhileAProgramListensOnThem(String address) throws IOException {
        // Given
        try (var program = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            // When
            var taken = Ports.taken(program.getLocalPort());
            // Then
            assertThat(taken).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void areFreeOnceNoProgramListensOnThemAnyMore(String address) throws IOException {
        // Given
        var program = new ServerSocket(0, 1, InetAddress.getByName(address));
        program.close();
        // When
        var taken = Ports.taken(program.getLocalPort());
        // Then
        assertThat(taken).isFalse();
    }
}
