package dev.pavior.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldsTest {

    static Stream<Arguments> badValues() {
        return Stream.of(
                bad("weight", "three", f -> f.integer("weight"), "weight is invalid"),
                bad("due_date", "soon", f -> f.date("due_date"), "due_date is invalid"),
                bad(
                        "updated_after",
                        "now",
                        f -> f.time("updated_after"),
                        "updated_after is invalid"),
                bad(
                        "confidential",
                        "maybe",
                        f -> f.flag("confidential"),
                        "confidential is invalid"),
                bad("assignee_ids", "1,x", f -> f.ids("assignee_ids"), "assignee_ids is invalid"),
                bad(
                        "state",
                        "ajar",
                        f -> f.oneOf("state", List.of("opened")),
                        "state does not have a valid value"),
                bad("other", "x", f -> f.required("title"), "title is missing"));
    }

    private static Arguments bad(
            String name, Object value, Consumer<Fields> read, String complaint) {
        return Arguments.of(Fields.of(name, value), read, complaint);
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void refusesBadValuesAsGitLabDoes(Fields fields, Consumer<Fields> read, String complaint) {
        // Given fields and a way to read one of them

        // When
        var refusal = catchThrowableOfType(Refusal.class, () -> read.accept(fields));

        // Then
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.body()).isEqualTo(Map.of("error", complaint));
    }

    @Test
    void readsListsFromArraysAndFromCommas() {
        // Given
        var fields =
                Fields.of("a", List.of("x", "y"), "b", "x, y,,x", "c", List.of(1, 2), "d", "0");

        // When
        var read = List.of(fields.names("a"), fields.names("b"), fields.ids("c"), fields.ids("d"));

        // Then
        assertThat(read)
                .isEqualTo(
                        List.of(List.of("x", "y"), List.of("x", "y"), List.of(1L, 2L), List.of()));
    }

    @Test
    void readsTimesWithAnOffset() {
        // Given
        var fields = Fields.of("since", "2026-01-02T03:04:05+02:00");

        // When
        var time = fields.time("since");

        // Then
        assertThat(time).isEqualTo(Instant.parse("2026-01-02T01:04:05Z"));
    }
}
