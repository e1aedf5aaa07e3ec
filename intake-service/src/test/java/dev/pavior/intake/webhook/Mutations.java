package dev.pavior.intake.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spoils a payload in every single place, in every way that a type can be wrong. */
final class Mutations {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ELEMENTS = 2;

    private static final List<JsonNode> WRONG =
            Stream.of(
                            "null",
                            "-7",
                            "4.2e9",
                            "\"spoiled\"",
                            "\"\"",
                            "\"+300000000-01-01T00:00:00Z\"",
                            "\"-300000000-01-01 00:00:00 UTC\"",
                            "[]",
                            "[{}]",
                            "{}",
                            "{\"a\":1}")
                    .<JsonNode>map(JSON::readTree)
                    .toList();

    private Mutations() {}

    static JsonNode read(byte[] body) {
        return JSON.readTree(body);
    }

    /** Each spoiled payload, with what was done to it. */
    static Stream<Spoiled> of(JsonNode payload) {
        return places(payload, List.of()).stream().flatMap(place -> spoiled(payload, place));
    }

    /** A payload with one place spoiled. */
    record Spoiled(String what, byte[] body) {}

    private static Stream<Spoiled> spoiled(JsonNode payload, List<String> place) {
        var removed = Stream.of(spoil(payload, place, null));
        return Stream.concat(removed, WRONG.stream().map(wrong -> spoil(payload, place, wrong)));
    }

    private static Spoiled spoil(JsonNode payload, List<String> place, JsonNode wrong) {
        var copy = payload.deepCopy();
        var parent = copy;
        for (var step : place.subList(0, place.size() - 1)) {
            parent = parent.isArray() ? parent.get(Integer.parseInt(step)) : parent.get(step);
        }
        put(parent, place.getLast(), wrong);
        return new Spoiled(String.join(".", place) + " = " + wrong, JSON.writeValueAsBytes(copy));
    }

    private static void put(JsonNode parent, String step, JsonNode wrong) {
        if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(step);
            var _ = wrong == null ? array.remove(index) : array.set(index, wrong);
        } else if (parent instanceof ObjectNode object) {
            var _ = wrong == null ? object.remove(step) : object.set(step, wrong);
        }
    }

    private static List<List<String>> places(JsonNode node, List<String> path) {
        var places = new ArrayList<List<String>>();
        for (var step : steps(node)) {
            var place = Stream.concat(path.stream(), Stream.of(step)).toList();
            places.add(place);
            var child = node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
            places.addAll(places(child, place));
        }
        return places;
    }

    private static List<String> steps(JsonNode node) {
        if (node.isArray()) {
            return IntStream.range(0, Math.min(ELEMENTS, node.size()))
                    .mapToObj(Integer::toString)
                    .toList();
        }
        return node.isObject() ? List.copyOf(node.propertyNames()) : List.of();
    }
}
