package dev.pavior.intake.reading;

import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.gitlab.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads lists page by page, as GitLab's own links lead. */
record Lists(GitLab gitLab) {

    static final int PER_PAGE = 100;

    /** Hands over each page; whether all of them could be read. */
    boolean eachPage(ApiPath first, Consumer<Page> reader) {
        return eachPage(first, reader, Page::next);
    }

    /** The same, where a page tells by another way where the next one begins. */
    boolean eachPage(
            ApiPath first, Consumer<Page> reader, Function<Page, @Nullable ApiPath> after) {
        @Nullable ApiPath next = first;
        while (next != null) {
            var page = gitLab.page(next).orAway();
            if (page.isEmpty()) {
                return false;
            }
            reader.accept(page.get());
            next = after.apply(page.get());
        }
        return true;
    }

    /** All rows of a list that is not long, empty where it cannot be read. */
    Optional<List<JsonNode>> whole(ApiPath path) {
        var rows = new ArrayList<JsonNode>();
        var complete = eachPage(path.with("per_page", PER_PAGE), p -> rows.addAll(p.rows()));
        return complete ? Optional.of(rows) : Optional.empty();
    }
}
