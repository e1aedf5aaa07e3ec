package dev.pavior.labeling.domain;

import java.util.HashSet;
import java.util.List;

/** The policies in force; same item and history, same answer. */
public final class PolicySet {

    private final String version;
    private final List<Policy> policies;

    /**
     * @throws IllegalArgumentException where two policies have one name
     */
    public PolicySet(String version, List<Policy> policies) {
        var names = new HashSet<String>();
        for (var policy : policies) {
            if (!names.add(policy.name())) {
                throw new IllegalArgumentException(
                        policy.place() + ": a second policy named \"" + policy.name() + "\"");
            }
        }
        this.version = version;
        this.policies = List.copyOf(policies);
    }

    /** Decides what an item still lacks. */
    Decision decide(Facts facts, FactTimeline timeline) {
        return new Decision(
                policies.stream()
                        .flatMap(policy -> policy.judge(facts, timeline).stream())
                        .toList());
    }

    /** Tells one set of policy files from another. */
    public String version() {
        return version;
    }

    /** All policies, in the order of their files. */
    public List<Policy> policies() {
        return policies;
    }
}
