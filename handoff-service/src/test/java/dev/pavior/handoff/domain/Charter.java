package dev.pavior.handoff.domain;

import dev.pavior.taxonomy.Edition;
import dev.pavior.taxonomy.Labels;
import dev.pavior.taxonomy.Taxonomy;
import dev.pavior.taxonomy.WorkflowRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small charter for tests. */
public final class Charter {

    public static final String AUTHENTICATION = "group::authentication";
    public static final String COMPLIANCE = "group::compliance";

    public static final Ownership OWNERSHIP =
            new Ownership(
                    Map.of(
                            AUTHENTICATION,
                            new Owner("Authentication", "mira", "jonas"),
                            "group::sign-in",
                            new Owner("Authentication", "mira", "jonas"),
                            COMPLIANCE,
                            new Owner("Compliance", "elena", "sam")));

    public static final Taxonomy TAXONOMY =
            new Taxonomy(
                    List.of(
                            new Edition(
                                    LocalDate.parse("2026-02-01"),
                                    new Labels(
                                            "Candidate",
                                            "Team",
                                            "Metric",
                                            List.of("Pending"),
                                            "Pending",
                                            "group",
                                            "workflow",
                                            Map.of("group::authn", AUTHENTICATION)),
                                    new WorkflowRules(
                                            "complete",
                                            Set.of("in dev"),
                                            Map.of(
                                                    "in dev", Set.of("complete"),
                                                    "complete", Set.of("in dev"))))));

    public static final HandoverRule RULE = new HandoverRule(TAXONOMY, OWNERSHIP);

    private Charter() {}
}
