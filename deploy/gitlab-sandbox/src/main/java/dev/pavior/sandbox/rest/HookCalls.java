package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.hooks.DeliveryLog;
import dev.pavior.sandbox.shape.Shape;
import dev.pavior.sandbox.shape.Times;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The calls on the webhooks of a project. */
final class HookCalls {

    private static final List<String> EVENTS =
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

    private final Desk desk;
    private final DeliveryLog deliveries;

    HookCalls(Desk desk, DeliveryLog deliveries) {
        this.desk = desk;
        this.deliveries = deliveries;
    }

    Answer list(Call call) {
        long project = desk.places().project(call).id();
        var hooks =
                desk.world().hooks.stream()
                        .filter(h -> h.projectId() != null && h.projectId() == project)
                        .toList();
        return Paging.answer(call, desk.links().instance(), hooks, this::shape);
    }

    Answer get(Call call) {
        return Answer.ok(shape(found(call)));
    }

    Answer create(Call call) {
        long project = desk.places().project(call).id();
        var blank =
                new Hook(
                        desk.world().hooks.nextId(),
                        project,
                        "",
                        null,
                        null,
                        null,
                        null,
                        true,
                        Set.of("push_events"),
                        call.at());
        call.fields().required("url");
        return Answer.created(shape(desk.world().hooks.put(edited(blank, call.fields()))));
    }

    Answer update(Call call) {
        return Answer.ok(shape(desk.world().hooks.put(edited(found(call), call.fields()))));
    }

    Answer delete(Call call) {
        desk.world().hooks.remove(found(call));
        return Answer.gone();
    }

    Answer events(Call call) {
        var log = deliveries.of(found(call).id());
        return Paging.answer(call, desk.links().instance(), log, entry -> entry);
    }

    private Hook edited(Hook now, Fields fields) {
        return new Hook(
                now.id(),
                now.projectId(),
                url(fields.text("url", now.url())),
                fields.has("name") ? fields.text("name") : now.name(),
                fields.has("description") ? fields.text("description") : now.description(),
                fields.has("token") ? fields.text("token") : now.token(),
                fields.has("signing_token") ? fields.text("signing_token") : now.signingToken(),
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

    private Hook found(Call call) {
        long project = desk.places().project(call).id();
        long id = call.number("hook_id");
        return desk.world()
                .hooks
                .find(id)
                .filter(hook -> hook.projectId() != null && hook.projectId() == project)
                .orElseThrow(Refusal::noSuchObject);
    }

    private Map<String, @Nullable Object> shape(Hook hook) {
        var shape =
                Shape.of(
                        "id", hook.id(),
                        "url", hook.url(),
                        "name", hook.name(),
                        "description", hook.description(),
                        "created_at", Times.iso(hook.createdAt()));
        EVENTS.forEach(event -> shape.put(event, hook.events().contains(event)));
        shape.put("enable_ssl_verification", hook.sslVerification());
        shape.put("alert_status", "executable");
        shape.put("disabled_until", null);
        shape.put("url_variables", List.of());
        shape.put("push_events_branch_filter", null);
        shape.put("branch_filter_strategy", "wildcard");
        shape.put("custom_webhook_template", null);
        shape.put("custom_headers", List.of());
        shape.put("project_id", hook.projectId());
        shape.put("token_present", hook.token() != null);
        shape.put("signing_token_present", hook.signingToken() != null);
        return shape;
    }
}
