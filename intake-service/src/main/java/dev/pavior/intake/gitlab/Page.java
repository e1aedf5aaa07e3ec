package dev.pavior.intake.gitlab;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One page of a list.
 *
 * @param rows what is on it
 * @param next where the next one begins, as GitLab's own link says; null on the last
 * @param total how many rows all pages have, where GitLab says
 */
public record Page(List<JsonNode> rows, @Nullable ApiPath next, OptionalLong total) {

    Page followedBy(@Nullable ApiPath other) {
        return new Page(rows, other, total);
    }

    static Page of(Bodies.Read read) {
        return new Page(
                List.copyOf(read.body().values()), read.reply().next(), read.reply().total());
    }
}
