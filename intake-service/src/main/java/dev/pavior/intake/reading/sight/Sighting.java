package dev.pavior.intake.reading.sight;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.Observation;
import java.time.Instant;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A sight that is being put together, with account of the fields it shows. */
public final class Sighting {

    private final ItemKey key;
    private final Observation.Builder observation;
    private final TreeSet<String> seen = new TreeSet<>();

    Sighting(ItemKey key, Look look) {
        boolean inProject = key.container() == ItemKey.Container.PROJECT;
        this.key = key;
        this.observation =
                Observation.newBuilder()
                        .setItem(key.toString())
                        .setHost(key.host())
                        .setProjectId(inProject ? key.containerId() : null)
                        .setGroupId(inProject ? null : key.containerId())
                        .setKind(ItemKind.valueOf(key.kind().name()))
                        .setIid(key.iid())
                        .setOrigin(look.origin())
                        .setSource(look.source())
                        .setSeenAt(look.at());
    }

    /** Which item is seen. */
    public ItemKey key() {
        return key;
    }

    /** GitLab's id of it across the instance, where the sight shows it. */
    public @Nullable Long globalId() {
        return observation.getGlobalId();
    }

    /** When GitLab last changed the item, as far as this sight shows. */
    public @Nullable Instant validAt() {
        return observation.getValidAt();
    }

    Observation.Builder observation() {
        return observation;
    }

    /** Leaves to another sight what this one has of a field. */
    public void keepBack(String field) {
        seen.remove(field);
    }

    void show(String field) {
        seen.add(field);
    }

    /** A value that cannot be empty: null in the answer is as good as absent. */
    <T> void value(
            String field, JsonNode node, Function<JsonNode, @Nullable T> read, Consumer<T> setter) {
        T value = read.apply(node);
        if (value != null) {
            seen.add(field);
            setter.accept(value);
        }
    }

    /** A value that may be null, which then was seen to be empty. */
    <T> void nullable(
            String field, JsonNode node, Function<JsonNode, @Nullable T> read, Consumer<T> setter) {
        if (node.isNull()) {
            seen.add(field);
        }
        value(field, node, read, setter);
    }

    /** The sight as a record. */
    public Observation done() {
        return observation.setSeen(seen.stream().toList()).build();
    }
}
