package dev.pavior.intake.gitlab;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * Carries the only requests of this service that write, and they lead to hooks alone. A redirect is
 * not followed: what moved is found again by its number.
 */
final class HookWire {

    private final Wire wire;

    HookWire(Wire wire) {
        this.wire = wire;
    }

    Reply post(HookPath path, byte[] form, String token) throws IOException {
        return wire.send(
                wire.at(path.path()),
                token,
                request ->
                        request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(form)));
    }

    Reply put(HookPath path, byte[] form, String token) throws IOException {
        return wire.send(
                wire.at(path.path()),
                token,
                request ->
                        request.header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofByteArray(form)));
    }
}
