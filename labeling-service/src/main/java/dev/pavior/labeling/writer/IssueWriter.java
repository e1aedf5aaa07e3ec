package dev.pavior.labeling.writer;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.NewIssue;
import dev.pavior.labeling.domain.Action;
import dev.pavior.labeling.writer.GitLabIssues.Found;
import dev.pavior.labeling.writer.ItemWriter.Result;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Creates the issue that a request asks for, once: it first looks whether it is there already. */
final class IssueWriter {

    private final GitLabSettings settings;
    private final GitLabIssues gitLab;
    private final LabelTitles titles;

    IssueWriter(GitLabSettings settings, GitLabIssues gitLab, LabelTitles titles) {
        this.settings = settings;
        this.gitLab = gitLab;
        this.titles = titles;
    }

    /**
     * Carries it out.
     *
     * @throws GitLabUnavailable where it must be tried again later
     */
    Result write(Edit edit) {
        var issue = Objects.requireNonNull(edit.getNewIssue(), "an edit that creates");
        if (settings.isDry()) {
            return Result.of(edit, EditOutcome.DRY_RUN, "dry run");
        }
        if (!issue.getHost().equalsIgnoreCase(settings.host())) {
            return Result.of(edit, EditOutcome.REFUSED, "not our instance");
        }
        var mark = HiddenMark.of(Objects.requireNonNullElse(edit.getRequestId(), edit.getId()));
        return switch (gitLab.find(issue.getProjectId(), mark)) {
            case Found.There there -> result(edit, issue, there, "was there already");
            case Found.Nowhere() -> create(edit, issue, mark);
            case Found.Untold(var answer) -> untold(edit, answer);
        };
    }

    private Result create(Edit edit, NewIssue issue, HiddenMark mark) {
        var labels =
                edit.getAddLabels().stream()
                        .flatMap(label -> title(issue, label).stream())
                        .distinct()
                        .toList();
        return switch (gitLab.create(issue, mark, labels)) {
            case Found.There there -> result(edit, issue, there, "");
            case Found.Untold(var answer) -> untold(edit, answer);
            case Found.Nowhere() -> throw new IllegalStateException("was created");
        };
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
