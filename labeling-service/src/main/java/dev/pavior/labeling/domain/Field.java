package dev.pavior.labeling.domain;

import dev.pavior.taxonomy.Labels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of an item that a policy may read; this is the one list of them. */
public enum Field {
    KIND("kind", Shape.TEXT),
    TYPE("type", Shape.TEXT),
    STATE("state", Shape.TEXT),
    LABELS("labels", Shape.TEXTS),
    /** Metric labels by their right names, whatever people wrote. */
    METRIC_LABELS("metricLabels", Shape.TEXTS),
    /** The team's label by its right name, whatever people wrote; empty where there is none. */
    TEAM_LABELS("teamLabels", Shape.TEXTS),
    /** Labels that name an owning product group. */
    OWNER_LABELS("ownerLabels", Shape.TEXTS),
    MILESTONE_ID("milestoneId", Shape.NUMBER),
    WEIGHT("weight", Shape.NUMBER),
    STATUS("status", Shape.TEXT),
    CONFIDENTIAL("confidential", Shape.TRUTH),
    DRAFT("draft", Shape.TRUTH),
    ASSIGNEE_IDS("assigneeIds", Shape.NUMBERS),
    REVIEWER_IDS("reviewerIds", Shape.NUMBERS),
    CREATED_AT("createdAt", Shape.TIME),
    CLOSED_AT("closedAt", Shape.TIME),
    MERGED_AT("mergedAt", Shape.TIME),
    CRITERIA_DONE("criteriaDone", Shape.NUMBER),
    CRITERIA_TOTAL("criteriaTotal", Shape.NUMBER);

    /** The type of a field's value. */
    public enum Shape {
        TEXT,
        TEXTS,
        NUMBER,
        NUMBERS,
        TRUTH,
        TIME
    }

    private final String word;
    private final Shape shape;

    Field(String word, Shape shape) {
        this.word = word;
        this.shape = shape;
    }

    /** The field's name in policies. */
    public String word() {
        return word;
    }

    /** The type of its value. */
    public Shape shape() {
        return shape;
    }

    /** The field's value on an item, in the words that hold on that day. */
    @Nullable Object of(Item item, Labels words) {
        return switch (this) {
            case KIND -> item.kind().word();
            case TYPE -> item.type();
            case STATE -> item.state();
            case LABELS -> item.labels();
            case METRIC_LABELS -> metricLabels(item, words);
            case TEAM_LABELS -> teamLabels(item, words);
            case OWNER_LABELS -> words.ownerLabels(item.labels());
            case MILESTONE_ID -> item.milestoneId();
            case WEIGHT -> wide(item.weight());
            case STATUS -> item.status();
            case CONFIDENTIAL -> item.confidential();
            case DRAFT -> item.draft();
            case ASSIGNEE_IDS -> item.assigneeIds();
            case REVIEWER_IDS -> item.reviewerIds();
            case CREATED_AT -> item.createdAt();
            case CLOSED_AT -> item.closedAt();
            case MERGED_AT -> item.mergedAt();
            case CRITERIA_DONE -> wide(item.criteriaDone());
            case CRITERIA_TOTAL -> wide(item.criteriaTotal());
        };
    }

    private static List<String> metricLabels(Item item, Labels words) {
        return words.metricLabels(item.labels()).stream().sorted().toList();
    }

    private static List<String> teamLabels(Item item, Labels words) {
        return item.labels().stream()
                .map(words::canonical)
                .filter(label -> label.equals(words.team()))
                .distinct()
                .toList();
    }

    private static @Nullable Long wide(@Nullable Integer number) {
        return number == null ? null : Long.valueOf(number);
    }
}
