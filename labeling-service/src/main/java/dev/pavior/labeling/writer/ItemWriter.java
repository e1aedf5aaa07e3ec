package dev.pavior.labeling.writer;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.labeling.domain.Action;
import dev.pavior.labeling.domain.EditPlan;
import dev.pavior.labeling.domain.EditPlan.Look;
import dev.pavior.labeling.domain.EditPlan.Verdict;
import dev.pavior.labeling.domain.EditPlan.Wish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Carries out the edits of one item: look again, decide, one request. */
final class ItemWriter {

    private final GitLabSettings settings;
    private final GitLab gitLab;
    private final LabelTitles titles;

    ItemWriter(GitLabSettings settings, GitLab gitLab, LabelTitles titles) {
        this.settings = settings;
        this.gitLab = gitLab;
        this.titles = titles;
    }

    /**
     * What became of an edit.
     *
     * @param reason why, where it was not simply done; empty otherwise
     * @param change what was really changed for it
     * @param created key of the issue that was made for it, or found
     */
    record Result(
            Edit edit,
            EditOutcome outcome,
            String reason,
            Action change,
            Optional<ItemKey> created) {

        static Result of(Edit edit, EditOutcome outcome, String reason) {
            return changed(edit, outcome, reason, new Action(List.of(), List.of()));
        }

        static Result changed(Edit edit, EditOutcome outcome, String reason, Action change) {
            return new Result(edit, outcome, reason, change, Optional.empty());
        }
    }

    /**
     * Carries them out.
     *
     * @param edits edits of one item, each id once
     * @throws GitLabUnavailable where it must be tried again later
     */
    List<Result> write(String item, List<Edit> edits) {
        if (settings.isDry()) {
            return all(edits, EditOutcome.DRY_RUN, "dry run");
        }
        return ours(item)
                .map(key -> onRead(key, edits, gitLab.read(key)))
                .orElseGet(() -> all(edits, EditOutcome.REFUSED, "not our instance"));
    }

    /** Whether GitLab answers as it should, whatever is the matter with one item. */
    boolean isHostWell() {
        return gitLab.isWell();
    }

    private Optional<ItemKey> ours(String item) {
        var key = ItemKey.parse(item);
        return key.host().equalsIgnoreCase(settings.host()) && key.kind() != ItemKey.Kind.EPIC
                ? Optional.of(key)
                : Optional.empty();
    }

    private List<Result> onRead(ItemKey key, List<Edit> edits, Answer answer) {
        return answer instanceof Answer.Seen(Look now)
                ? carryOut(key, edits, now)
                : unanswered(edits, answer);
    }

    static List<Result> unanswered(List<Edit> edits, Answer answer) {
        return switch (answer) {
            case Answer.Missing() -> all(edits, EditOutcome.HELD, "GitLab does not show it (404)");
            case Answer.Forbidden() ->
                    all(edits, EditOutcome.HELD, "GitLab forbids it to us (403)");
            case Answer.Rejected(int status) ->
                    all(edits, EditOutcome.REFUSED, "GitLab does not take it (" + status + ")");
            case Answer.Seen _ -> throw new IllegalStateException("was answered");
        };
    }

    private List<Result> carryOut(ItemKey key, List<Edit> edits, Look now) {
        var wishes = edits.stream().map(ItemWriter::wish).toList();
        var plan = EditPlan.of(wishes, now, label -> titles.resolve(key.containerId(), label));
        if (plan.add().isEmpty() && plan.remove().isEmpty()) {
            return results(edits, plan);
        }
        return switch (gitLab.change(key, plan.add(), plan.remove())) {
            case Answer.Seen(Look after) ->
                    after.labels().containsAll(plan.add())
                            ? results(edits, plan)
                            : all(edits, EditOutcome.HELD, "GitLab did not take every label");
            case Answer answer -> unanswered(edits, answer);
        };
    }

    private static Wish wish(Edit edit) {
        var state = edit.getBasisState().name().toLowerCase(Locale.ROOT);
        return new Wish(
                edit.getId(),
                edit.getPolicy(),
                new Look(state, edit.getBasisLabels()),
                new Action(edit.getAddLabels(), edit.getRemoveLabels()));
    }

    static List<Result> all(List<Edit> edits, EditOutcome outcome, String reason) {
        return edits.stream().map(edit -> Result.of(edit, outcome, reason)).toList();
    }

    // A label that two edits ask for is put on for the first of them.
    private static List<Result> results(List<Edit> edits, EditPlan plan) {
        Map<String, Result> results = new LinkedHashMap<>();
        for (var edit : edits) {
            var result = result(edit, plan.verdicts().get(edit.getId()));
            var done = results.values().stream().map(Result::change).toList();
            var add = without(result.change().add(), done.stream().map(Action::add).toList());
            var remove =
                    without(result.change().remove(), done.stream().map(Action::remove).toList());
            results.put(
                    edit.getId(),
                    Result.changed(
                            edit, result.outcome(), result.reason(), new Action(add, remove)));
        }
        return List.copyOf(results.values());
    }

    private static List<String> without(List<String> labels, List<List<String>> done) {
        return labels.stream()
                .filter(label -> done.stream().noneMatch(other -> other.contains(label)))
                .toList();
    }

    private static Result result(Edit edit, @org.jspecify.annotations.Nullable Verdict verdict) {
        return switch (verdict) {
            case Verdict.AlreadySo() -> Result.of(edit, EditOutcome.APPLIED, "already so");
            case Verdict.Superseded() ->
                    Result.of(edit, EditOutcome.SUPERSEDED, "the item has changed since");
            case Verdict.NoSuchLabel(String label) ->
                    Result.of(edit, EditOutcome.HELD, "GitLab has no label \"" + label + "\"");
            case Verdict.Contradicted(String policy) ->
                    Result.of(edit, EditOutcome.REFUSED, "\"" + policy + "\" wants the opposite");
            case Verdict.Change(var add, var remove) ->
                    Result.changed(edit, EditOutcome.APPLIED, "", new Action(add, remove));
            case null -> throw new IllegalStateException("no verdict on " + edit.getId());
        };
    }
}
