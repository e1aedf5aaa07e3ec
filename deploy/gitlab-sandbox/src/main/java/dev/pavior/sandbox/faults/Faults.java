package dev.pavior.sandbox.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Throws the dice for every call and delivery, and counts what came of it. */
public final class Faults {

    private FaultPlan plan = FaultPlan.NONE;
    private Random callDice = new Random(0);
    private Random hookDice = new Random(0);
    private final Map<String, Long> counts = new TreeMap<>();

    /** Begins a plan anew, with all counts at nothing. */
    public synchronized void follow(FaultPlan next) {
        plan = next;
        callDice = new Random(next.seed());
        hookDice = new Random(next.seed() + 1);
        counts.clear();
    }

    public synchronized FaultPlan plan() {
        return plan;
    }

    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    public synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** What happens to one call. */
    synchronized CallFault ofCall(String path) {
        var calls = plan.calls();
        if (!calls.concern(path)) {
            return CallFault.NONE;
        }
        count("calls");
        boolean slow = !calls.delay().isZero() && falls(callDice, calls.latency(), "latency");
        var delay = slow ? calls.delay() : Duration.ZERO;
        if (falls(callDice, calls.reset(), "reset")) {
            return new CallFault(delay, CallFault.Kind.RESET, "");
        }
        if (falls(callDice, calls.serverError(), "server_error")) {
            return new CallFault(delay, CallFault.Kind.SERVER_ERROR, "");
        }
        if (falls(callDice, calls.tooMany(), "too_many")) {
            return new CallFault(delay, CallFault.Kind.TOO_MANY, retryAfter());
        }
        return new CallFault(delay, CallFault.Kind.NONE, "");
    }

    private String retryAfter() {
        String mode = plan.calls().retryAfter();
        String now =
                mode.equals("mixed")
                        ? List.of("right", "none", "wrong").get(callDice.nextInt(3))
                        : mode;
        count("too_many_retry_after_" + now);
        return now;
    }

    /** After which pauses a delivery is sent: never, once or twice. */
    public synchronized List<Duration> ofDelivery() {
        var hooks = plan.hooks();
        if (falls(hookDice, hooks.drop(), "hook_drop")) {
            return List.of();
        }
        var pauses = new ArrayList<Duration>();
        pauses.add(pause(hooks));
        if (falls(hookDice, hooks.duplicate(), "hook_duplicate")) {
            pauses.add(pause(hooks));
        }
        return pauses;
    }

    private Duration pause(FaultPlan.OfHooks hooks) {
        if (!falls(hookDice, hooks.reorder(), "hook_reorder")) {
            return Duration.ZERO;
        }
        long longest = Math.max(1, hooks.delay().toMillis());
        return Duration.ofMillis(1 + hookDice.nextLong(longest));
    }

    private boolean falls(Random dice, double share, String what) {
        boolean falls = share > 0 && dice.nextDouble() < share;
        if (falls) {
            count(what);
        }
        return falls;
    }
}
