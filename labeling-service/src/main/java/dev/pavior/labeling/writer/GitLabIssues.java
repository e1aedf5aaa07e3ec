package dev.pavior.labeling.writer;

import dev.pavior.contract.v1.NewIssue;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** The calls to GitLab's REST interface that find and create an issue; blocking. */
final class GitLabIssues {

    private static final String ISSUES = "/projects/{id}/issues";
    // Only our own: a mark that somebody else wrote must not keep an issue from being created.
    private static final String MINE =
            ISSUES + "?scope=created_by_me&in=description&per_page=100&search={mark}";

    private final GitLabCalls calls;
    private final GitLabCalls creating;

    /**
     * Asks through these.
     *
     * @param creating for what must not be sent twice
     */
    GitLabIssues(GitLabCalls calls, GitLabCalls creating) {
        this.calls = calls;
        this.creating = creating;
    }

    /** An issue, as far as it is read. */
    record IssueBody(long iid, @Nullable String description, @Nullable List<String> labels) {

        List<String> allLabels() {
            return labels == null ? List.of() : labels;
        }
    }

    /** Whether there is an issue, as GitLab answers. */
    sealed interface Found {

        /** There is, with these labels. */
        record There(long iid, List<String> labels) implements Found {}

        /** There is none. */
        record Nowhere() implements Found {}

        /** GitLab did not tell. */
        record Untold(Answer answer) implements Found {}
    }

    /** Looks for the issue that we created with this mark; of several, the first. */
    Found find(long projectId, HiddenMark mark) {
        var query = calls.client().get().uri(MINE, projectId, mark.word());
        var answer = calls.call(query, IssueBody[].class);
        if (!answer.getStatusCode().is2xxSuccessful()) {
            return new Found.Untold(Answer.failed(answer.getStatusCode().value()));
        }
        return Stream.of(GitLabCalls.body(answer))
                .filter(issue -> mark.isIn(String.valueOf(issue.description())))
                .min(Comparator.comparingLong(IssueBody::iid))
                .<Found>map(issue -> new Found.There(issue.iid(), issue.allLabels()))
                .orElseGet(Found.Nowhere::new);
    }

    /** Creates an issue with labels that GitLab has. */
    Found create(NewIssue issue, HiddenMark mark, List<String> labels) {
        var form = form(issue, mark, labels);
        var answer =
                creating.whileLocked(
                        () ->
                                creating.call(
                                        creating.client()
                                                .post()
                                                .uri(ISSUES, issue.getProjectId())
                                                .body(BodyInserters.fromFormData(form)),
                                        IssueBody.class));
        if (!answer.getStatusCode().is2xxSuccessful()) {
            return new Found.Untold(Answer.failed(answer.getStatusCode().value()));
        }
        var created = GitLabCalls.body(answer);
        return new Found.There(created.iid(), created.allLabels());
    }

    private static MultiValueMap<String, String> form(
            NewIssue issue, HiddenMark mark, List<String> labels) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("title", issue.getTitle());
        form.add("description", mark.addTo(issue.getDescription()));
        form.add("confidential", Boolean.toString(issue.getConfidential()));
        if (!labels.isEmpty()) {
            form.add("labels", String.join(",", labels));
        }
        return form;
    }
}
