package dev.pavior.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.kiota.ApiException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryOutageTest {

    private static final class Answer extends ApiException {
        private static final long serialVersionUID = 1L;

        Answer(int status) {
            setResponseStatusCode(status);
        }
    }

    static Stream<Throwable> outages() {
        var cut = new IOException("HTTP/1.1 header parser received no bytes", new EOFException());
        cut.setStackTrace(
                new StackTraceElement[] {
                    new StackTraceElement("jdk.internal.net.http.HttpClientImpl", "send", null, 1)
                });
        return Stream.of(
                new ConnectException("refused"),
                new SSLHandshakeException("bad certificate"),
                new Answer(503),
                new Answer(429),
                cut);
    }

    static Stream<Throwable> badRecords() {
        return Stream.of(
                new Answer(404),
                new EOFException(),
                new AvroRuntimeException("Malformed data"),
                new SerializationException("Unknown magic byte!"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void blamesTheRegistry(Throwable cause) {
        // When
        var blamed = RegistryOutage.isBehind(new SerializationException("wrapped", cause));

        // Then
        assertThat(blamed).isTrue();
    }

    @ParameterizedTest
    @MethodSource("badRecords")
    void blamesTheRecord(Throwable cause) {
        // When
        var blamed = RegistryOutage.isBehind(new SerializationException("wrapped", cause));

        // Then
        assertThat(blamed).isFalse();
    }
}
