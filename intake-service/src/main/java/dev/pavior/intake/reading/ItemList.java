package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import dev.pavior.intake.gitlab.Answer;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.gitlab.Page;
import dev.pavior.intake.reading.sight.Values;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All items of one sort in one project, oldest first: an order in which nothing moves. Issues come
 * by keyset where GitLab has it, all else by offset in windows of time, for it bounds offsets.
 */
record ItemList(GitLab gitLab, long projectId, Sort sort) {

    /** From here on offsets are slow, and at five times as far GitLab refuses them. */
    private static final int FAR = 10_000;

    /** Hands over each page; whether all of them could be read. */
    boolean eachPage(Consumer<Page> reader) {
        return new Lists(gitLab).eachPage(first(), reader, this::after);
    }

    /** Where the list begins. */
    ApiPath first() {
        var plain = plain();
        if (sort.kind() != ItemKey.Kind.ISSUE) {
            return plain;
        }
        var keyset = plain.with("pagination", "keyset");
        // Before 18.3 GitLab refuses that for issues.
        return gitLab.page(keyset) instanceof Answer.Rejected ? plain : keyset;
    }

    private ApiPath plain() {
        return all().with("order_by", "created_at")
                .with("sort", "asc")
                .with("per_page", Lists.PER_PAGE);
    }

    private ApiPath all() {
        return ApiPath.of("/projects/{}/" + sort.word(), projectId)
                .with("scope", "all")
                .with("state", "all");
    }

    /**
     * Where the next page begins: far out at the time of the last row instead of at a number, so
     * that the rows of that time come twice. Of a time that fills all pages so far the numbers are
     * followed on.
     */
    @Nullable ApiPath after(Page page) {
        var next = page.next();
        if (next == null || page.rows().isEmpty() || !isFar(next)) {
            return next;
        }
        var last = Values.time(page.rows().getLast().path("created_at"));
        var since = last == null ? null : last.minusMillis(1);
        var before = next.value("created_after").map(Instant::parse).orElse(Instant.MIN);
        return since == null || !since.isAfter(before)
                ? next
                : plain().with("created_after", since);
    }

    private static boolean isFar(ApiPath next) {
        var pages = next.number("page").orElse(1) - 1;
        return pages * next.number("per_page").orElse(1) >= FAR;
    }

    /** How many there are, 0 where none are shown, empty where GitLab does not say. */
    OptionalLong total() {
        var page = gitLab.page(all().with("per_page", 1)).orAway();
        if (page.isEmpty()) {
            return OptionalLong.of(0);
        }
        var told = page.get().total();
        return told.isPresent() || sort.kind() != ItemKey.Kind.ISSUE ? told : counted();
    }

    /** Lists above ten thousand rows do not tell how many, but of issues there are statistics. */
    private OptionalLong counted() {
        var path = ApiPath.of("/projects/{}/issues_statistics", projectId).with("scope", "all");
        return gitLab.get(path)
                .orAway()
                .map(found -> found.path("statistics").path("counts").path("all"))
                .filter(JsonNode::isIntegralNumber)
                .map(count -> OptionalLong.of(count.asLong()))
                .orElse(OptionalLong.empty());
    }

    /** Whether the project has none of the sort, as its settings say. */
    boolean isOff() {
        return gitLab.get(ApiPath.of("/projects/{}", projectId))
                .orAway()
                .map(project -> Values.flag(project.path(sort.word() + "_enabled")))
                .filter(enabled -> !enabled)
                .isPresent();
    }
}
