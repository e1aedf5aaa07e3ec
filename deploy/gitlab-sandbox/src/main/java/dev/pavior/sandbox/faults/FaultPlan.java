package dev.pavior.sandbox.faults;

import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which troubles there are, each with its share of the calls or deliveries, from 0 to 1. */
public record FaultPlan(long seed, OfCalls calls, OfHooks hooks) {

    private static final List<String> RETRY_AFTER = List.of("right", "none", "wrong", "mixed");

    public static final FaultPlan NONE =
            new FaultPlan(
                    0,
                    new OfCalls("", 0, Duration.ZERO, 0, "mixed", 0, 0),
                    new OfHooks(0, 0, 0, Duration.ZERO));

    /** Troubles of calls to the API, where the path fits. */
    public record OfCalls(
            String paths,
            double latency,
            Duration delay,
            double tooMany,
            String retryAfter,
            double serverError,
            double reset) {

        boolean concern(String path) {
            return paths.isEmpty() || Pattern.compile(paths).matcher(path).find();
        }
    }

    /** Troubles of deliveries; a reordered one waits, so that later ones overtake it. */
    public record OfHooks(double drop, double duplicate, double reorder, Duration delay) {}

    public static FaultPlan of(Fields fields) {
        var calls =
                new OfCalls(
                        pattern(fields.text("paths", "")),
                        share("latency", fields, 1),
                        Duration.ofMillis(fields.integer("latency_ms", 0)),
                        share("too_many", fields, 0),
                        fields.oneOf("retry_after", RETRY_AFTER, "mixed"),
                        share("server_error", fields, 0),
                        share("reset", fields, 0));
        var hooks =
                new OfHooks(
                        share("hook_drop", fields, 0),
                        share("hook_duplicate", fields, 0),
                        share("hook_reorder", fields, 0),
                        Duration.ofMillis(fields.integer("hook_delay_ms", 500)));
        return new FaultPlan(fields.integer("seed", 1), calls, hooks);
    }

    private static double share(String name, Fields fields, double otherwise) {
        try {
            double share = Double.parseDouble(fields.text(name, String.valueOf(otherwise)));
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw Refusal.invalid(name);
        }
        throw Refusal.invalid(name);
    }

    private static String pattern(String paths) {
        try {
            return Pattern.compile(paths).pattern();
        } catch (PatternSyntaxException e) {
            throw Refusal.invalid("paths");
        }
    }
}
