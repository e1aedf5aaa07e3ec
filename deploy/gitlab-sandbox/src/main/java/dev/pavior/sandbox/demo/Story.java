package dev.pavior.sandbox.demo;

import static dev.pavior.sandbox.demo.Vocabulary.CANDIDATE;
import static dev.pavior.sandbox.demo.Vocabulary.MANAGER;
import static dev.pavior.sandbox.demo.Vocabulary.METRIC;
import static dev.pavior.sandbox.demo.Vocabulary.TEAM;

import dev.pavior.sandbox.domain.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The life of one issue and its merge request, from the idea to the completion. */
final class Story {

    private final String key;
    private final long project;
    private final long milestone;
    private final Dice dice;
    private final List<Step> steps = new ArrayList<>();
    private final boolean ofTeam;
    private final String engineer;
    private final String title;
    private Instant now;

    Story(String key, long project, long milestone, Instant begin, Dice dice) {
        this.key = key;
        this.project = project;
        this.milestone = milestone;
        this.now = begin;
        this.dice = dice;
        this.ofTeam = project == History.TEAM_PROJECT;
        this.engineer = dice.one(Vocabulary.ENGINEERS);
        this.title = ofTeam ? Vocabulary.teamTitle(dice) : Vocabulary.productTitle(dice);
    }

    List<Step> delivered() {
        open();
        triaged(dice.inHundred(85));
        refined();
        developed();
        return steps;
    }

    /** Nobody got to it yet; some lack what the charter asks for. */
    List<Step> waiting() {
        open();
        if (dice.inHundred(55)) {
            triaged(dice.inHundred(50));
        }
        if (dice.inHundred(30)) {
            later(20, 90);
            change(MANAGER, "add_labels", "workflow::ready for development");
        }
        return steps;
    }

    List<Step> declined() {
        open();
        later(24, 120);
        String reason =
                "Out of scope for us: @femi, this belongs with the application security team.";
        steps.add(new Step(now, MANAGER, new Act.Say(key, reason)));
        later(1, 3);
        change(MANAGER, "remove_labels", CANDIDATE, "state_event", "close");
        return steps;
    }

    /** A merge request without an issue: an upgrade, a small repair. */
    List<Step> chore() {
        String what = "Upgrade " + dice.one(List.of("Rack", "Go", "Netty", "OpenSSL", "Alpine"));
        request(what + " for a security fix", "", dice.inHundred(75) ? metric() : "");
        later(6, 60);
        if (dice.inHundred(85)) {
            merged();
        }
        return steps;
    }

    List<Step> planning(String month) {
        var fields =
                Fields.of(
                        "title", "Milestone planning " + month,
                        "labels", "Milestone Planning," + METRIC + "Internal," + TEAM,
                        "description", "Capacity, parking lot and plan of " + month + ".");
        steps.add(new Step(now, MANAGER, new Act.OpenIssue(key, project, fields)));
        now = now.plus(Duration.ofDays(30));
        change(MANAGER, "state_event", "close");
        return steps;
    }

    private void open() {
        String by = dice.inHundred(60) ? Vocabulary.PRODUCT : engineer;
        boolean labelled = dice.inHundred(60);
        var fields =
                Fields.of(
                        "title",
                        title,
                        "description",
                        "We need to " + title.toLowerCase(Locale.ROOT) + ".",
                        "labels",
                        labelled ? CANDIDATE : "",
                        "confidential",
                        dice.inHundred(12));
        steps.add(new Step(now, by, new Act.OpenIssue(key, project, fields)));
        if (!labelled) {
            later(1, 20);
            change(engineer, "add_labels", CANDIDATE);
        }
    }

    private void triaged(boolean categorised) {
        later(10, 70);
        var labels =
                new ArrayList<>(
                        List.of(
                                TEAM,
                                "workflow::validation backlog",
                                "priority::" + dice.between(1, 4)));
        if (categorised) {
            labels.add(dice.inHundred(8) ? dice.one(Vocabulary.MISSPELT) : metric());
        }
        if (!ofTeam && dice.inHundred(65)) {
            labels.add(dice.one(Vocabulary.OWNERS));
        }
        if (dice.inHundred(10)) {
            labels.add("Unplanned");
        }
        change(MANAGER, "add_labels", String.join(",", labels), "milestone_id", milestone);
    }

    private void refined() {
        later(20, 90);
        change(
                engineer,
                "description",
                Vocabulary.description(false),
                "weight",
                dice.one(Vocabulary.WEIGHTS));
        later(2, 30);
        change(MANAGER, "add_labels", "workflow::ready for development");
    }

    private void developed() {
        later(10, 80);
        change(engineer, "add_labels", "workflow::in dev", "assignee_ids", userId(engineer));
        if (dice.inHundred(10)) {
            later(8, 40);
            change(engineer, "add_labels", "workflow::blocked");
            later(20, 90);
            change(engineer, "add_labels", "workflow::in dev");
        }
        later(16, 90);
        boolean closes = dice.inHundred(75);
        boolean labelled = dice.inHundred(70);
        request(title, closes ? key : "", labelled ? metric() : "");
        later(1, 4);
        change(engineer, "add_labels", "workflow::in review");
        reviewed();
        later(4, 50);
        merged();
        finished(closes);
        if (!labelled && dice.inHundred(60)) {
            labelledLate();
        }
    }

    private void reviewed() {
        later(3, 30);
        String reviewer =
                dice.one(Vocabulary.ENGINEERS.stream().filter(e -> !e.equals(engineer)).toList());
        String words =
                dice.one(
                        List.of(
                                "Looks good to me.",
                                "One question about the edge case.",
                                "Nice and small."));
        steps.add(new Step(now, reviewer, new Act.Say(requestKey(), words)));
    }

    private void finished(boolean closedByMerge) {
        later(5, 60);
        change(
                engineer,
                "description",
                Vocabulary.description(true),
                "add_labels",
                "workflow::complete");
        if (!closedByMerge) {
            later(1, 8);
            change(engineer, "state_event", "close");
        }
    }

    private void labelledLate() {
        now = now.plus(Duration.ofDays(dice.between(3, 9)));
        steps.add(
                new Step(
                        now,
                        MANAGER,
                        new Act.Change(requestKey(), Fields.of("add_labels", metric()))));
    }

    private void request(String what, String closes, String label) {
        var fields =
                Fields.of(
                        "title",
                        what,
                        "source_branch",
                        key + "-" + engineer,
                        "target_branch",
                        "main",
                        "labels",
                        label,
                        "milestone_id",
                        milestone,
                        "assignee_ids",
                        userId(engineer));
        String description = "## What\n\n" + what + ".";
        steps.add(
                new Step(
                        now,
                        engineer,
                        new Act.OpenRequest(requestKey(), project, fields, description, closes)));
    }

    private void merged() {
        steps.add(new Step(now, dice.one(Vocabulary.ENGINEERS), new Act.Merge(requestKey())));
    }

    private void change(String by, Object... fields) {
        steps.add(new Step(now, by, new Act.Change(key, Fields.of(fields))));
    }

    private String metric() {
        return METRIC + dice.one(ofTeam ? Vocabulary.TEAM_METRICS : Vocabulary.PRODUCT_METRICS);
    }

    private String requestKey() {
        return key + "-mr";
    }

    private void later(int leastHours, int mostHours) {
        now = now.plus(dice.hours(leastHours, mostHours));
    }

    private static long userId(String username) {
        return Seed.personId(username);
    }
}
