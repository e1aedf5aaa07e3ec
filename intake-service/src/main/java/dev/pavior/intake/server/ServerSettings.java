package dev.pavior.intake.server;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a connection may cost.
 *
 * @param connections how many may be open at once
 * @param headLimit largest head of a request
 * @param headTimeout how long a head may take, from the connection or from its first byte
 * @param requestTimeout how long a whole request may take to arrive; then its connection is closed,
 *     where its door has not answered before
 */
public record ServerSettings(
        @DefaultValue("1000") int connections,
        @DefaultValue("16KB") DataSize headLimit,
        @DefaultValue("10s") Duration headTimeout,
        @DefaultValue("30s") Duration requestTimeout) {

    public ServerSettings {
        if (connections < 1) {
            throw new IllegalArgumentException("a server without connections serves nobody");
        }
    }
}
