package dev.pavior.sandbox.demo;

import java.util.List;

/** The words of the team: who, what they work on, and how it is labelled. */
final class Vocabulary {

    static final String MANAGER = "ada";
    static final String PRODUCT = "femi";
    static final List<String> ENGINEERS = List.of("bo", "chidi", "dara", "eun");

    static final String CANDIDATE = "ProdSecEng Candidate";
    static final String TEAM = "Product Security Engineering Team";
    static final String METRIC = "ProdSecEngMetric::";

    /** The more frequent, the more often it stands here. */
    static final List<String> PRODUCT_METRICS =
            List.of(
                    "ProdSecRequirement",
                    "ProdSecRequirement",
                    "ProdSecRequirement",
                    "Defense in Depth",
                    "Defense in Depth",
                    "Paved Road",
                    "Paved Road",
                    "Tooling Integration");

    static final List<String> TEAM_METRICS =
            List.of("Custom Tooling", "Custom Tooling", "Sunsetting", "Internal", "Paved Road");

    static final List<String> MISSPELT =
            List.of(
                    "ProdSecEngMetrics::Paved Road",
                    "ProdSecEngMetrics::ProdSecRequirement",
                    "ProdSecEngMetric::Paved Roads");

    static final List<String> OWNERS =
            List.of(
                    "group::authentication",
                    "group::source code",
                    "group::vulnerability management");

    static final List<Integer> WEIGHTS = List.of(1, 1, 2, 2, 2, 3, 3, 5, 5, 8);

    private static final List<String> PRODUCT_VERBS =
            List.of(
                    "Enforce",
                    "Add",
                    "Surface",
                    "Harden",
                    "Audit",
                    "Rate-limit",
                    "Validate",
                    "Expire");
    private static final List<String> PRODUCT_THINGS =
            List.of(
                    "token scopes",
                    "commit signatures",
                    "session lifetimes",
                    "webhook secrets",
                    "dependency provenance",
                    "vulnerability deduplication",
                    "merge approval policies",
                    "deploy key ownership",
                    "pipeline permissions",
                    "access token rotation");
    private static final List<String> PRODUCT_PLACES =
            List.of(
                    "for service accounts",
                    "on protected branches",
                    "in the group settings",
                    "in the audit log",
                    "for the REST API",
                    "in the security dashboard");
    private static final List<String> TEAM_VERBS =
            List.of(
                    "Maintain",
                    "Sunset",
                    "Move into the product:",
                    "Document",
                    "Upgrade",
                    "Automate");
    private static final List<String> TEAM_THINGS =
            List.of(
                    "the SBOM backfiller",
                    "the token sweeper",
                    "report triage",
                    "the secret scanner's rules",
                    "the inventory of tools",
                    "runbook checks",
                    "the advisory importer");

    private Vocabulary() {}

    static String productTitle(Dice dice) {
        return dice.one(PRODUCT_VERBS)
                + " "
                + dice.one(PRODUCT_THINGS)
                + " "
                + dice.one(PRODUCT_PLACES);
    }

    static String teamTitle(Dice dice) {
        return dice.one(TEAM_VERBS) + " " + dice.one(TEAM_THINGS);
    }

    static String description(boolean done) {
        String box = done ? "- [x] " : "- [ ] ";
        return "Why: it came up in review more than once.\n\n## Acceptance criteria\n\n"
                + box
                + "covered by a test\n"
                + box
                + "documented\n"
                + box
                + "monitored";
    }
}
