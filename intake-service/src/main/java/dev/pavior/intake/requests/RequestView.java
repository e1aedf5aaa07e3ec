package dev.pavior.intake.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.pavior.contract.ItemKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is told.
 *
 * @param emergency what to do first, where it is an emergency; read before anything else
 * @param status where it stands
 * @param issue the issue that was created for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"emergency", "id", "status", "referredTo", "reason", "issue", "since"})
record RequestView(
        @Nullable String emergency,
        String id,
        String status,
        @Nullable String referredTo,
        @Nullable String reason,
        @Nullable Issue issue,
        @Nullable Instant since,
        String kind,
        String title,
        @Nullable String area,
        boolean confidential,
        String requester,
        Instant submittedAt,
        String self) {

    /**
     * An issue in GitLab.
     *
     * @param key its key on all topics
     * @param path where GitLab's REST interface has it
     * @param webPath where people find it; null where the path of its project is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Issue(
            String key,
            String host,
            long projectId,
            long iid,
            String path,
            @Nullable String webPath) {

        static Issue of(String text, Ledger ledger) {
            var key = ItemKey.parse(text);
            return new Issue(
                    text,
                    key.host(),
                    key.containerId(),
                    key.iid(),
                    "/api/v4/projects/%d/issues/%d".formatted(key.containerId(), key.iid()),
                    ledger.pathOf(key.host(), key.containerId())
                            .map(project -> "/%s/-/issues/%d".formatted(project, key.iid()))
                            .orElse(null));
        }
    }

    static RequestView of(Entry entry, Ledger ledger, String advice) {
        var progress = ledger.progressOf(entry.id());
        return new RequestView(
                entry.emergency() ? advice : null,
                entry.id(),
                progress.status().word(),
                progress.referredTo(),
                progress.reason(),
                Optional.ofNullable(progress.createdItem())
                        .map(item -> Issue.of(item, ledger))
                        .orElse(null),
                progress.since(),
                entry.kind(),
                entry.title(),
                entry.area(),
                entry.confidential(),
                entry.requester(),
                entry.submittedAt(),
                "/v1/requests/" + entry.id());
    }
}
