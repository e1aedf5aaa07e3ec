package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Backoff;
import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.shape.Shape;
import dev.pavior.sandbox.shape.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a hook is read from a request and written into an answer. */
final class HookFields {

    static final List<String> EVENTS =
            List.of(
                    "push_events",
                    "tag_push_events",
                    "merge_requests_events",
                    "repository_update_events",
                    "issues_events",
                    "confidential_issues_events",
                    "note_events",
                    "confidential_note_events",
                    "pipeline_events",
                    "wiki_page_events",
                    "deployment_events",
                    "feature_flag_events",
                    "job_events",
                    "releases_events",
                    "milestone_events",
                    "emoji_events",
                    "resource_access_token_events",
                    "vulnerability_events");

    private HookFields() {}

    static Hook edited(Hook now, Fields fields) {
        return new Hook(
                now.id(),
                now.projectId(),
                now.groupId(),
                url(fields.text("url", now.url())),
                fields.has("name") ? fields.text("name") : now.name(),
                fields.has("description") ? fields.text("description") : now.description(),
                fields.has("token") ? fields.text("token") : now.token(),
                fields.has("signing_token") ? signing(fields) : now.signingToken(),
                fields.flag("enable_ssl_verification", now.sslVerification()),
                events(now, fields),
                now.createdAt());
    }

    private static Set<String> events(Hook now, Fields fields) {
        var events = new TreeSet<String>();
        for (String event : EVENTS) {
            if (fields.flag(event, now.events().contains(event))) {
                events.add(event);
            }
        }
        return events;
    }

    private static String url(String url) {
        if (!url.matches("https?://[^\\s/]+.*")) {
            throw Refusal.message(422, "Invalid url given");
        }
        return url;
    }

    private static @Nullable String signing(Fields fields) {
        String token = fields.text("signing_token", "");
        if (token.isBlank()) {
            return null;
        }
        if (!token.matches("whsec_[A-Za-z0-9+/]{43}=")) {
            throw Refusal.message(422, "Invalid signing token given");
        }
        return token;
    }

    static Map<String, @Nullable Object> shape(Hook hook, Backoff backoff, Instant now) {
        var shape =
                Shape.of(
                        "id", hook.id(),
                        "url", hook.url(),
                        "name", hook.name(),
                        "description", hook.description(),
                        "created_at", Times.iso(hook.createdAt()));
        EVENTS.forEach(event -> shape.put(event, hook.events().contains(event)));
        boolean paused = backoff.alert(now).equals("temporarily_disabled");
        shape.put("enable_ssl_verification", hook.sslVerification());
        shape.put("alert_status", backoff.alert(now));
        shape.put("disabled_until", paused ? Times.iso(backoff.until()) : null);
        shape.put("url_variables", List.of());
        shape.put("push_events_branch_filter", null);
        shape.put("branch_filter_strategy", "wildcard");
        shape.put("custom_webhook_template", null);
        shape.put("custom_headers", List.of());
        shape.put(
                hook.groupId() == null ? "project_id" : "group_id",
                hook.groupId() == null ? hook.projectId() : hook.groupId());
        shape.put("token_present", hook.token() != null);
        shape.put("signing_token_present", hook.signingToken() != null);
        return shape;
    }
}
