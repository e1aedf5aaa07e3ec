package dev.pavior.intake.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a requester filled in.
 *
 * @param answers answers as text, by the name of the question
 */
record Form(
        Kind kind,
        String title,
        String area,
        boolean confidential,
        boolean emergency,
        Map<String, String> answers) {

    Form {
        answers = new TreeMap<>(answers);
    }

    /** Reads a body that its template has no fault with. */
    static Form of(Kind kind, JsonNode body) {
        var answers = new TreeMap<String, String>();
        body.path("fields").properties().forEach(one -> answers.put(one.getKey(), text(one)));
        return new Form(
                kind,
                body.path("title").asString().strip(),
                body.path("area").asString(),
                body.path("confidential").asBoolean(false),
                body.path("emergency").asBoolean(false),
                answers);
    }

    // JSON has many ways to write a number: 3, 3.0 and 30e-1 are one answer.
    private static String text(Map.Entry<String, JsonNode> answer) {
        var value = answer.getValue();
        return value.isNumber()
                ? value.decimalValue().stripTrailingZeros().toPlainString()
                : value.asString();
    }

    /** The same for two requests that ask for the same, whatever order they ask it in. */
    String digest() {
        var parts = new ArrayList<>(List.of(kind.word(), title, area));
        parts.add(confidential + "," + emergency);
        answers.forEach((name, answer) -> parts.addAll(List.of(name, answer)));
        return Hash.of(parts);
    }
}
