package dev.pavior.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The topics as others read them. */
@ExtendWith(RunningDemo.class)
class WireIT {

    /** What the demo does not do by itself. */
    @BeforeAll
    static void askForHistoriesAndForWork(Demo demo) {
        var intake = Api.service(demo, "PAVIOR_INTAKE_URL");
        intake.send("POST", "/v1/reading/history", "", Map.of());
        intake.post(
                "/v1/requests",
                Map.of(
                        "kind",
                        "cross_functional",
                        "title",
                        "Read by others",
                        "area",
                        "security-features",
                        "fields",
                        Map.of(
                                "team", "SIRT",
                                "need", "A record.",
                                "use_case", "To be read.",
                                "impact", "None.")));
    }

    static Stream<String> topicsWithSchema() {
        return Topics.all().stream()
                .filter(topic -> topic.schema().isPresent())
                .map(dev.pavior.contract.Topic::name);
    }

    @ParameterizedTest
    @MethodSource("topicsWithSchema")
    void readsWithAnyConfluentClient(String topic, Demo demo) {
        // When
        var wire = new Wire(demo);
        await().atMost(Duration.ofSeconds(60)).until(() -> !wire.all(topic).isEmpty());

        // Then
        assertThat(wire.all(topic))
                .allSatisfy(
                        read -> {
                            assertThat(read.key()).isNotBlank();
                            assertThat(read.value().getSchema().getDoc()).isNotBlank();
                            assertThat(read.raw().headers())
                                    .extracting(header -> header.key())
                                    .contains("ce_id", "ce_type", "ce_source", "ce_time");
                        });
    }
}
