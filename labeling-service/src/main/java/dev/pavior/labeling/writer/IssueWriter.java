package dev.pavior.labeling.writer;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.NewIssue;
import dev.pavior.labeling.domain.Action;
import dev.pavior.labeling.writer.GitLabIssues.Found;
import dev.pavior.labeling.writer.ItemWriter.Result;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates the issue that a request asks for, once: it first looks whether it is there already, and
 * whether an earlier try that was not answered may still come true.
 */
final class IssueWriter {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final GitLabSettings settings;
    private final GitLabIssues gitLab;
    private final LabelTitles titles;
    private final Clock clock;

    IssueWriter(GitLabSettings settings, GitLabIssues gitLab, LabelTitles titles, Clock clock) {
        this.settings = settings;
        this.gitLab = gitLab;
        this.titles = titles;
        this.clock = clock;
    }

    /**
     * Carries it out.
     *
     * @throws GitLabUnavailable where it must be tried again later
     */
    Result write(Edit edit, Attempts attempts) {
        var issue = Objects.requireNonNull(edit.getNewIssue(), "an edit that creates");
        if (settings.isDry()) {
            return Result.of(edit, EditOutcome.DRY_RUN, "dry run");
        }
        if (!issue.getHost().equalsIgnoreCase(settings.host())) {
            return Result.of(edit, EditOutcome.REFUSED, "not our instance");
        }
        var mark = HiddenMark.of(Objects.requireNonNullElse(edit.getRequestId(), edit.getId()));
        var doubt = doubt(edit, attempts); // of before the look
        return switch (gitLab.find(issue.getProjectId(), mark)) {
            case Found.There there -> result(edit, issue, there, "was there already");
            case Found.Nowhere() when doubt.isPositive() ->
                    throw GitLabUnavailable.forThisEdit(
                            "the issue was perhaps created", shorter(doubt, LOOK_AGAIN));
            case Found.Nowhere() -> create(edit, issue, mark, attempts);
            case Found.Untold(var answer) -> untold(edit, answer);
        };
    }

    // How much longer an earlier try may come true.
    private Duration doubt(Edit edit, Attempts attempts) {
        return attempts.begun(edit)
                .map(at -> Duration.between(clock.instant(), at.plus(settings.creationDoubt())))
                .orElse(Duration.ZERO);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Result create(Edit edit, NewIssue issue, HiddenMark mark, Attempts attempts) {
        var labels =
                edit.getAddLabels().stream()
                        .flatMap(label -> title(issue, label).stream())
                        .distinct()
                        .toList();
        attempts.begin(edit);
        return switch (send(edit, issue, mark, labels, attempts)) {
            case Found.There there -> result(edit, issue, there, "");
            case Found.Untold(var answer) -> untold(edit, answer);
            case Found.Nowhere() -> throw new IllegalStateException("was created");
        };
    }

    private Found send(
            Edit edit, NewIssue issue, HiddenMark mark, List<String> labels, Attempts attempts) {
        try {
            var found = gitLab.create(issue, mark, labels);
            if (found instanceof Found.Untold) {
                attempts.cameToNothing(edit);
            }
            return found;
        } catch (GitLabUnavailable e) {
            if (!e.isUnanswered()) {
                attempts.cameToNothing(edit);
            }
            throw e;
        }
    }

    // A request is not to wait for a label: what GitLab does not have is left off and told.
    private Optional<String> title(NewIssue issue, String label) {
        return titles.resolve(issue.getProjectId(), label);
    }

    private static Result result(Edit edit, NewIssue issue, Found.There there, String how) {
        var on = edit.getAddLabels().stream().filter(label -> has(there, label)).toList();
        var off = edit.getAddLabels().stream().filter(label -> !on.contains(label)).toList();
        var reason = off.isEmpty() ? how : join(how, "without " + String.join(", ", off));
        return new Result(
                edit,
                EditOutcome.APPLIED,
                reason,
                new Action(on, List.of()),
                Optional.of(ItemKey.issue(issue.getHost(), issue.getProjectId(), there.iid())));
    }

    private static boolean has(Found.There there, String label) {
        return there.labels().stream().anyMatch(label::equalsIgnoreCase);
    }

    private static String join(String some, String more) {
        return some.isEmpty() ? more : some + "; " + more;
    }

    private static Result untold(Edit edit, Answer answer) {
        return ItemWriter.unanswered(List.of(edit), answer).getFirst();
    }
}
