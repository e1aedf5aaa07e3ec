package dev.pavior.intake.doctor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows how each hook is, by its status, where the doctor runs. */
final class HookGauges {

    private final MultiGauge hooks;

    HookGauges(MeterRegistry registry) {
        this.hooks =
                MultiGauge.builder("pavior.hooks")
                        .description("1 for each hook, under the status that it has now")
                        .register(registry);
    }

    /** Shows these and no others. */
    void show(Map<String, Map<String, Chart>> bySource) {
        var rows = new ArrayList<Row<?>>();
        bySource.forEach(
                (source, charts) ->
                        charts.forEach(
                                (container, chart) -> {
                                    if (chart.seen() != null) {
                                        rows.add(row(source, container, chart.seen().status()));
                                    }
                                }));
        hooks.register(rows, true);
    }

    void none() {
        hooks.register(List.of(), true);
    }

    private static Row<?> row(String source, String container, AlertStatus status) {
        return Row.of(
                Tags.of("source", source, "container", container, "status", status.word()), 1);
    }
}
