package dev.pavior.intake.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Keeps account of which fields of an item a payload really shows. What is not there was not seen;
 * what is there and cannot be read was not seen either, and is named.
 */
final class Fields {

    private final TreeSet<String> seen = new TreeSet<>();
    private final TreeSet<String> misread = new TreeSet<>();

    List<String> seen() {
        return List.copyOf(seen);
    }

    List<String> misread() {
        return List.copyOf(misread);
    }

    void show(String field) {
        seen.add(field);
    }

    void misread(String field) {
        misread.add(field);
    }

    /** A value that cannot be null: null in the payload is as good as absent. */
    <T> Optional<T> value(String field, JsonNode node, Function<JsonNode, Optional<T>> read) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        return account(field, read.apply(node));
    }

    /** A value that may be null, which then was seen to be empty. */
    <T> @Nullable T nullable(String field, JsonNode node, Function<JsonNode, Optional<T>> read) {
        if (node.isNull()) {
            seen.add(field);
            return null;
        }
        return value(field, node, read).orElse(null);
    }

    @Nullable Long nullableId(String field, JsonNode node) {
        return nullable(field, node, Fields::boxedId);
    }

    /** A list, read whole or not at all, from the first of these places that has one. */
    <T extends Comparable<T>> List<T> sorted(
            String field, Function<JsonNode, Optional<T>> read, JsonNode... places) {
        boolean unreadable = false;
        for (var place : places) {
            var list = place.isArray() ? list(place, read) : Optional.<List<T>>empty();
            if (list.isPresent()) {
                seen.add(field);
                return list.get();
            }
            unreadable |= !place.isMissingNode() && !place.isNull();
        }
        if (unreadable) {
            misread.add(field);
        }
        return List.of();
    }

    private static <T extends Comparable<T>> Optional<List<T>> list(
            JsonNode array, Function<JsonNode, Optional<T>> read) {
        var values = new ArrayList<T>();
        for (var element : array) {
            var value = read.apply(element);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values.stream().distinct().sorted().toList());
    }

    private <T> Optional<T> account(String field, Optional<T> value) {
        (value.isPresent() ? seen : misread).add(field);
        return value;
    }

    /** The id that an element of a list is, or has. */
    static Optional<Long> idOf(JsonNode node) {
        return boxedId(node.isObject() ? node.path("id") : node);
    }

    /** The name that an element of a list is, or has: hooks say title, other reads say name. */
    static Optional<String> titleOf(JsonNode node) {
        if (node.isString()) {
            return Json.text(node);
        }
        return Json.text(node.path("title")).or(() -> Json.text(node.path("name")));
    }

    private static Optional<Long> boxedId(JsonNode node) {
        OptionalLong id = Json.id(node);
        return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
    }
}
