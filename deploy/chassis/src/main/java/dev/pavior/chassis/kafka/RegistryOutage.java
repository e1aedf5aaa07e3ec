package dev.pavior.chassis.kafka;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells a registry that cannot be reached from a record that cannot be read. */
public final class RegistryOutage {

    private RegistryOutage() {}

    /** Whether the failure came from the network and not from the record. */
    public static boolean isBehind(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.io.EOFException) {
                return false; // a truncated record, read from memory
            }
            if (cause instanceof IOException && isNetwork(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNetwork(Throwable cause) {
        var name = cause.getClass().getName();
        return name.startsWith("java.net.")
                || name.startsWith("java.nio.channels.")
                || name.startsWith("io.netty.")
                || name.startsWith("io.vertx.");
    }
}
