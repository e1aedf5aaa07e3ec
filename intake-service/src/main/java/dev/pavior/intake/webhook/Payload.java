package dev.pavior.intake.webhook;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of a hook about an item, with what all of them have in common. */
final class Payload {

    private final JsonNode root;
    private final Delivery delivery;
    private final Source source;

    Payload(JsonNode root, Delivery delivery, Source source) {
        this.root = root;
        this.delivery = delivery;
        this.source = source;
    }

    JsonNode at(String field) {
        return root.path(field);
    }

    JsonNode attribute(String field) {
        return root.path("object_attributes").path(field);
    }

    String event() {
        return delivery.event();
    }

    String host() {
        return InstanceHost.of(delivery.instance(), source.host());
    }

    /** The first of these that is an id. */
    static OptionalLong firstId(JsonNode... candidates) {
        return Stream.of(candidates)
                .map(Json::id)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    OptionalLong iid() {
        return Json.id(attribute("iid"));
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
                .setActorId(boxed(firstId(at("user").path("id"), at("user_id"))))
                .setValidAt(Json.time(attribute("updated_at")).orElse(null))
                .setSeenAt(delivery.receivedAt());
    }

    private static @Nullable Long boxed(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }
}
