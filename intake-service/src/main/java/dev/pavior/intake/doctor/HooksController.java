package dev.pavior.intake.doctor;

import dev.pavior.contract.v1.IntakeHealth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows how the hooks are, on every instance the same. */
@RestController
public final class HooksController {

    private final DoctorSettings settings;
    private final HookBoard board;

    public HooksController(DoctorSettings settings, HookBoard board) {
        this.settings = settings;
        this.board = board;
    }

    /**
     * The hooks of all sources.
     *
     * @param sources by name, whether somebody looks after its hooks
     */
    record Sheet(Map<String, Boolean> sources, List<Line> hooks) {}

    /** One hook, in the words of its record. */
    record Line(
            String source,
            String container,
            @Nullable Long hookId,
            String status,
            @Nullable Instant disabledUntil,
            List<String> missingEvents,
            long failed,
            @Nullable String lastAction,
            @Nullable Instant lastActionAt,
            @Nullable Instant gapSince,
            Instant seenAt) {}

    @GetMapping("/v1/hooks")
    Sheet hooks() {
        var sources = new TreeMap<String, Boolean>();
        settings.sources().forEach(source -> sources.put(source.name(), source.isOn()));
        // Nobody looks any more at the hooks of a source that is off, so nobody knows how they are.
        var lines =
                board.hooks().stream()
                        .map(HooksController::line)
                        .filter(line -> sources.getOrDefault(line.source(), false))
                        .toList();
        return new Sheet(sources, lines);
    }

    private static Line line(IntakeHealth health) {
        var hook = health.getHook();
        return new Line(
                hook.getSource(),
                hook.getContainer(),
                hook.getHookId(),
                hook.getAlertStatus(),
                hook.getDisabledUntil(),
                hook.getMissingEvents(),
                hook.getFailedCount(),
                hook.getLastAction(),
                hook.getLastActionAt(),
                hook.getGapSince(),
                health.getAt());
    }
}
