package dev.pavior.intake.webhook;

import dev.pavior.intake.webhook.Translation.NotOurs;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a delivery's body; what it is, the body says, and never the header. */
final class Translator {

    /** Beyond these a body is no hook of GitLab's but an attempt to exhaust us. */
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(8 * 1024 * 1024)
                    .maxTokenCount(1_000_000)
                    .maxNameLength(1000)
                    .maxNumberLength(100)
                    .build();

    private static final Map<String, Hook> HOOKS =
            Map.of(
                    "issue", new IssueHook(),
                    "work_item", new IssueHook(),
                    "merge_request", new MergeRequestHook());

    /** Kinds GitLab has that we know we do not read; they stand as they are in the metrics. */
    private static final Set<String> KNOWN_KINDS =
            Set.of(
                    "access_token",
                    "build",
                    "deployment",
                    "emoji",
                    "feature_flag",
                    "job",
                    "milestone",
                    "note",
                    "pipeline",
                    "push",
                    "release",
                    "tag_push",
                    "vulnerability",
                    "wiki_page");

    private final JsonMapper json =
            JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build()).build();

    /** How one kind of hook becomes an observation. */
    interface Hook {
        Translation read(Payload payload);
    }

    Translation translate(Delivery delivery, Source source) {
        JsonNode root;
        try {
            root = json.readTree(delivery.body());
        } catch (JacksonException e) {
            return new Unreadable("not-json");
        }
        if (!root.isObject()) {
            return new Unreadable("not-an-object");
        }
        var kind = root.path("object_kind");
        return kind.isString()
                ? dispatch(kind.stringValue(), new Payload(root, delivery, source))
                : withoutKind(root);
    }

    private static Translation dispatch(String kind, Payload payload) {
        var hook = HOOKS.get(kind);
        if (hook != null) {
            return hook.read(payload);
        }
        return new NotOurs("kind:" + (KNOWN_KINDS.contains(kind) ? kind : "other"));
    }

    /** System hooks, and hooks about members and projects of a group, name an event instead. */
    private static Translation withoutKind(JsonNode root) {
        return root.path("event_name").isString()
                ? new NotOurs("event")
                : new Unreadable("no-kind");
    }
}
