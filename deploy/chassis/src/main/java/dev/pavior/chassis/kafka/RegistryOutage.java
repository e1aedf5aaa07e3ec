package dev.pavior.chassis.kafka;

import com.microsoft.kiota.ApiException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a registry that is away or unwell from a record that cannot be read. */
public final class RegistryOutage {

    private static final int NOT_FOUND = 404;
    private static final List<String> NETWORK =
            List.of("java.net.", "javax.net.ssl.", "java.nio.channels.", "io.netty.", "io.vertx.");

    private RegistryOutage() {}

    /** Whether the failure came from the registry or the way to it, and not from the record. */
    public static boolean isBehind(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(RegistryOutage::isOutage);
    }

    /** An answer that a schema is unknown blames the record; any other refusal the registry. */
    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case ApiException answer -> answer.getResponseStatusCode() != NOT_FOUND;
            case IOException trouble -> isNetwork(trouble);
            default -> NETWORK.stream().anyMatch(cause.getClass().getName()::startsWith);
        };
    }

    /** The JDK's HTTP client tells of cut connections with plain exceptions of its own making. */
    private static boolean isNetwork(IOException trouble) {
        var name = trouble.getClass().getName();
        return NETWORK.stream().anyMatch(name::startsWith)
                || Arrays.stream(trouble.getStackTrace())
                        .anyMatch(
                                frame -> frame.getClassName().startsWith("jdk.internal.net.http"));
    }
}
