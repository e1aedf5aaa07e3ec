package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import dev.pavior.intake.gitlab.Answer;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.gitlab.Page;
import java.util.function.Consumer;

/**
 * All items of one sort in one project, oldest first: an order in which nothing moves. Issues come
 * by keyset where GitLab has it; offsets it bounds.
 */
record ItemList(GitLab gitLab, long projectId, Sort sort) {

    /** Hands over each page; whether all of them could be read. */
    boolean eachPage(Consumer<Page> reader) {
        return new Lists(gitLab).eachPage(first(), reader);
    }

    /** Where the list begins. */
    ApiPath first() {
        var plain =
                ApiPath.of("/projects/{}/" + sort.word(), projectId)
                        .with("scope", "all")
                        .with("state", "all")
                        .with("order_by", "created_at")
                        .with("sort", "asc")
                        .with("per_page", Lists.PER_PAGE);
        if (sort.kind() != ItemKey.Kind.ISSUE) {
            return plain;
        }
        var keyset = plain.with("pagination", "keyset");
        // Before 18.3 GitLab refuses that for issues.
        return gitLab.page(keyset) instanceof Answer.Rejected ? plain : keyset;
    }

    /** How many there are, 0 where GitLab does not say. */
    long total() {
        var one =
                ApiPath.of("/projects/{}/" + sort.word(), projectId)
                        .with("scope", "all")
                        .with("state", "all")
                        .with("per_page", 1);
        return gitLab.page(one).orAway().map(page -> page.total().orElse(0)).orElse(0L);
    }
}
