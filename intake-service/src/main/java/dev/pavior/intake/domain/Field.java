package dev.pavior.intake.domain;

import java.time.Instant;
import java.util.List;

/** One thing that a sight may show of an item, and what several sights of it come to. */
public final class Field<T> {

    public static final Field<Long> GLOBAL_ID = newest("globalId", Notation.NUMBER);
    public static final Field<String> TYPE = newest("type", Notation.WORD);
    public static final Field<State> STATE = new Field<>("state", Notation.STATE, Rule.furthest());
    public static final Field<Boolean> CONFIDENTIAL =
            new Field<>("confidential", Notation.FLAG, Rule.cautious());
    public static final Field<Instant> CREATED_AT = newest("createdAt", Notation.TIME);
    public static final Field<Instant> CLOSED_AT = newest("closedAt", Notation.TIME);
    public static final Field<Instant> MERGED_AT = newest("mergedAt", Notation.TIME);

    public static final Field<List<String>> LABELS = newest("labels", Notation.WORDS);
    public static final Field<Long> MILESTONE_ID = newest("milestoneId", Notation.NUMBER);
    public static final Field<Long> ITERATION_ID = newest("iterationId", Notation.NUMBER);
    public static final Field<Integer> WEIGHT = newest("weight", Notation.COUNT);
    public static final Field<String> STATUS = newest("status", Notation.WORD);
    public static final Field<String> HEALTH_STATUS = newest("healthStatus", Notation.WORD);

    public static final Field<Long> AUTHOR_ID = newest("authorId", Notation.NUMBER);
    public static final Field<List<Long>> ASSIGNEE_IDS = newest("assigneeIds", Notation.NUMBERS);

    public static final Field<Boolean> DRAFT = newest("draft", Notation.FLAG);
    public static final Field<List<Long>> REVIEWER_IDS = newest("reviewerIds", Notation.NUMBERS);
    public static final Field<Boolean> APPROVED = newest("approved", Notation.FLAG);
    public static final Field<List<Long>> APPROVER_IDS = newest("approverIds", Notation.NUMBERS);
    public static final Field<Boolean> INTO_DEFAULT_BRANCH =
            newest("intoDefaultBranch", Notation.FLAG);

    public static final Field<String> PARENT = newest("parent", Notation.WORD);
    public static final Field<List<Link>> LINKS = newest("links", Notation.LINKS);
    public static final Field<Long> MOVED_TO_ID = lasting("movedToId", Notation.NUMBER);
    public static final Field<String> MOVED_TO = lasting("movedTo", Notation.WORD);
    public static final Field<String> MOVED_FROM = lasting("movedFrom", Notation.WORD);

    /** What the words of the same sight say it closes. */
    public static final Field<List<String>> CLOSES_SAID = newest("closesSaid", Notation.WORDS);

    /** What GitLab says it closes, beyond what the words of the same sight say. */
    public static final Field<List<String>> CLOSES_READ = newest("closesRead", Notation.WORDS);

    public static final Field<Integer> UPVOTES = newest("upvotes", Notation.COUNT);
    public static final Field<Integer> DOWNVOTES = newest("downvotes", Notation.COUNT);
    public static final Field<Integer> NOTES = newest("notes", Notation.COUNT);
    public static final Field<Integer> DISCUSSIONS = newest("discussions", Notation.COUNT);
    public static final Field<List<String>> MENTIONED_IN_NOTE =
            new Field<>("mentionedInNote", Notation.WORDS, Rule.together());

    /** The digest of the title. */
    public static final Field<String> TITLE = newest("title", Notation.WORD);

    public static final Field<Text> TEXT = newest("text", Notation.TEXT);

    /** Every field there is. */
    public static final List<Field<?>> ALL =
            List.of(
                    GLOBAL_ID,
                    TYPE,
                    STATE,
                    CONFIDENTIAL,
                    CREATED_AT,
                    CLOSED_AT,
                    MERGED_AT,
                    LABELS,
                    MILESTONE_ID,
                    ITERATION_ID,
                    WEIGHT,
                    STATUS,
                    HEALTH_STATUS,
                    AUTHOR_ID,
                    ASSIGNEE_IDS,
                    DRAFT,
                    REVIEWER_IDS,
                    APPROVED,
                    APPROVER_IDS,
                    INTO_DEFAULT_BRANCH,
                    PARENT,
                    LINKS,
                    MOVED_TO_ID,
                    MOVED_TO,
                    MOVED_FROM,
                    CLOSES_SAID,
                    CLOSES_READ,
                    UPVOTES,
                    DOWNVOTES,
                    NOTES,
                    DISCUSSIONS,
                    MENTIONED_IN_NOTE,
                    TITLE,
                    TEXT);

    private final String name;
    private final Notation<T> notation;
    private final Rule<T> rule;

    private Field(String name, Notation<T> notation, Rule<T> rule) {
        this.name = name;
        this.notation = notation;
        this.rule = rule;
    }

    private static <T> Field<T> newest(String name, Notation<T> notation) {
        return new Field<>(name, notation, Rule.newest());
    }

    private static <T> Field<T> lasting(String name, Notation<T> notation) {
        return new Field<>(name, notation, Rule.lasting());
    }

    /** Its name, where the sight says it itself the same as there. */
    public String name() {
        return name;
    }

    /** How its value is written down. */
    public Notation<T> notation() {
        return notation;
    }

    Known<T> merge(Known<T> one, Known<T> other) {
        return rule.of(one, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
