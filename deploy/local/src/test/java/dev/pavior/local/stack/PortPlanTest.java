package dev.pavior.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.local.process.StartFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {

    @Test
    void movesEveryPortByTheOffset() {
        // When
        var ports = PortPlan.of(100, name -> null);
        // Then
        assertThat(ports.of("kafka")).isEqualTo(9192);
        assertThat(ports.url("intake")).isEqualTo("http://127.0.0.1:8180");
        assertThat(ports.of("intake-management")).isEqualTo(9180);
    }

    @Test
    void letsTheEnvironmentSetASinglePort() {
        // Given
        var environment =
                Map.of("PAVIOR_KAFKA_PORT", "19092", "PAVIOR_INTAKE_MANAGEMENT_PORT", "1");
        // When
        var ports = PortPlan.of(100, environment::get);
        // Then
        assertThat(ports.of("kafka")).isEqualTo(19092);
        assertThat(ports.of("intake-management")).isEqualTo(1);
        assertThat(ports.of("registry")).isEqualTo(8181);
    }

    @Test
    void saysWhichVariableIsNoPort() {
        // When
        // Then
        assertThatThrownBy(() -> PortPlan.of(0, name -> "many"))
                .isInstanceOf(StartFailure.class)
                .hasMessageMatching("PAVIOR_[A-Z_]+_PORT is no port: many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "99999999999"})
    void refusesANumberThatIsNoPort(String number) {
        // When
        // Then
        assertThatThrownBy(() -> PortPlan.of(0, name -> number))
                .isInstanceOf(StartFailure.class)
                .hasMessageEndingWith("_PORT is no port: " + number);
    }

    @ParameterizedTest
    @ValueSource(ints = {60_000, -9_000, Integer.MAX_VALUE})
    void refusesAnOffsetThatLeavesThePorts(int offset) {
        // When
        // Then
        assertThatThrownBy(() -> PortPlan.of(offset, name -> null))
                .isInstanceOf(StartFailure.class)
                .hasMessageMatching(
                        "the port offset %d moves [a-z-]+ to -?\\d+, which is no port"
                                .formatted(offset));
    }

    @Test
    void givesNoTwoPartsTheSamePort() {
        // When
        var ports = PortPlan.of(0, name -> null).byName().values();
        // Then
        assertThat(ports).doesNotHaveDuplicates();
    }
}
