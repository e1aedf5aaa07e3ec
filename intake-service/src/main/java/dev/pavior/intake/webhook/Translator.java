package dev.pavior.intake.webhook;

import dev.pavior.intake.webhook.Translation.NotOurs;
import dev.pavior.intake.webhook.Translation.Sighted;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
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

    /** Kinds GitLab has that we know we do not read; they stand as they are in the metrics. */
    private static final Set<String> KNOWN_KINDS =
            Set.of(
                    "build",
                    "deployment",
                    "emoji",
                    "feature_flag",
                    "job",
                    "pipeline",
                    "push",
                    "release",
                    "tag_push",
                    "vulnerability",
                    "wiki_page");

    private final JsonMapper json =
            JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build()).build();

    private final Map<String, Hook> hooks;
    private final Hook event = new PlaceEvent();

    /**
     * Reads hooks of every kind.
     *
     * @param handles names by which the team is called in comments, without the sign before them
     */
    Translator(List<String> handles) {
        this.hooks =
                Map.of(
                        "issue", new IssueHook(),
                        "work_item", new IssueHook(),
                        "merge_request", new MergeRequestHook(),
                        "note", new NoteHook(handles),
                        "milestone", new MilestoneHook(),
                        "access_token", new TokenHook());
    }

    /** How one kind of hook becomes records. */
    interface Hook {
        Translation read(Payload payload);
    }

    Translation translate(Delivery delivery, Source source) {
        if (delivery.isEncoded()) {
            return new Unreadable("encoded");
        }
        JsonNode root;
        try {
            root = json.readTree(delivery.body());
        } catch (StreamConstraintsException e) {
            return new Unreadable("over-limits");
        } catch (JacksonException e) {
            return new Unreadable("not-json");
        }
        return root.isObject()
                ? withSurroundings(new Payload(root, delivery, source))
                : new Unreadable("not-an-object");
    }

    private Translation withSurroundings(Payload payload) {
        return switch (dispatch(payload)) {
            case Sighted(Told main, List<Told> beside, List<String> misread) ->
                    new Sighted(main, join(Surroundings.of(payload), beside), misread);
            case NotOurs notOurs -> notOurs;
            case Unreadable unreadable -> unreadable;
        };
    }

    private static List<Told> join(List<Told> first, List<Told> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private Translation dispatch(Payload payload) {
        var kind = payload.at("object_kind");
        if (!kind.isString()) {
            return withoutKind(payload);
        }
        var hook = hooks.get(kind.stringValue());
        return hook == null ? ignored(kind.stringValue()) : hook.read(payload);
    }

    private static Translation ignored(String kind) {
        return new NotOurs("kind:" + (KNOWN_KINDS.contains(kind) ? kind : "other"));
    }

    /** System hooks, and hooks about members and projects of a group, name an event instead. */
    private Translation withoutKind(Payload payload) {
        return payload.at("event_name").isString()
                ? event.read(payload)
                : new Unreadable("no-kind");
    }
}
