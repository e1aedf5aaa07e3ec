package dev.pavior.intake.webhook;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The body of a hook about an item, with what all of them have in common. */
final class Payload {

    private final JsonNode root;
    private final Delivery delivery;
    private final Source source;
    private final String host;

    Payload(JsonNode root, Delivery delivery, Source source) {
        this.root = root;
        this.delivery = delivery;
        this.source = source;
        this.host = InstanceHost.of(delivery.instance(), source.host());
    }

    JsonNode root() {
        return root;
    }

    JsonNode at(String field) {
        return root.path(field);
    }

    JsonNode attributes() {
        return root.path("object_attributes");
    }

    JsonNode attribute(String field) {
        return attributes().path(field);
    }

    String event() {
        return delivery.event();
    }

    String host() {
        return host;
    }

    String source() {
        return source.name();
    }

    String deliveryId() {
        return delivery.id();
    }

    Instant receivedAt() {
        return delivery.receivedAt();
    }

    @Nullable Long actorId() {
        return boxed(firstId(at("user").path("id"), at("user_id")));
    }

    /** The first of these that is an id. */
    static OptionalLong firstId(JsonNode... candidates) {
        return Stream.of(candidates)
                .map(Json::id)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** The first of these that has fields. */
    static JsonNode firstObject(JsonNode... candidates) {
        return Stream.of(candidates)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** The first of these that is there at all, be it null. */
    static JsonNode firstPresent(JsonNode... candidates) {
        return Stream.of(candidates)
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElse(candidates[0]);
    }

    /** An observation that says which item was seen, by whom and when, but not yet what. */
    Observation.Builder observation(ItemKey key) {
        boolean inProject = key.container() == ItemKey.Container.PROJECT;
        return Observation.newBuilder()
                .setItem(key.toString())
                .setHost(key.host())
                .setProjectId(inProject ? key.containerId() : null)
                .setGroupId(inProject ? null : key.containerId())
                .setKind(ItemKind.valueOf(key.kind().name()))
                .setIid(key.iid())
                .setGlobalId(boxed(Json.id(attribute("id"))))
                .setOrigin(Origin.HOOK)
                .setSource(source.name())
                .setDeliveryId(delivery.id())
                .setAction(Json.word(attribute("action")).orElse(null))
                .setActorId(actorId())
                .setValidAt(Json.change(attribute("updated_at")).orElse(null))
                .setSeenAt(delivery.receivedAt())
                .setProjectPath(path().orElse(null));
    }

    /** Full path of the project or group, for the references in the item's text. */
    private Optional<String> path() {
        return Json.text(at("project").path("path_with_namespace"))
                .or(() -> Json.text(attribute("target").path("path_with_namespace")))
                .or(() -> Json.text(at("group").path("full_path")));
    }

    static @Nullable Long boxed(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }
}
