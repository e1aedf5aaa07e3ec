package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostWatchTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Sources sources = new Sources(List.of(Deliveries.SOURCE));
    private final HostWatch watch =
            new HostWatch(Map.of("default", "gitlab.internal"), sources, registry);

    @Test
    void tellsAndCountsWhenHooksNameAnotherHostThanIsRead() {
        // Given
        var delivery = from("https://gitlab.example.com");

        // When
        watch.look(Deliveries.SOURCE, delivery);
        watch.look(Deliveries.SOURCE, delivery);

        // Then
        assertThat(watch.troubles())
                .containsExactly(
                        Map.entry(
                                "default",
                                "hooks name gitlab.example.com, read is gitlab.internal"));
        assertThat(registry.get("pavior.intake.foreign.host").counter().count()).isEqualTo(2);
    }

    @Test
    void hasNoTroubleWithTheHostThatIsRead() {
        // When
        watch.look(Deliveries.SOURCE, from("https://GitLab.internal/"));

        // Then
        assertThat(watch.troubles()).isEmpty();
        assertThat(registry.find("pavior.intake.foreign.host").counter()).isNull();
    }

    @Test
    void hasNoTroubleWithASourceThatIsNotRead() {
        // Given
        var other = new Source("other", "other.example", "second", "", "", "");

        // When
        watch.look(other, from("https://other.example"));

        // Then
        assertThat(watch.troubles()).isEmpty();
    }

    private static Delivery from(String instance) {
        return Deliveries.recorded("issue.json").header("X-Gitlab-Instance", instance).build();
    }
}
