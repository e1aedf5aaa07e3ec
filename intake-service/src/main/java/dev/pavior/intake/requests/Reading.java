package dev.pavior.intake.requests;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a body turned out to be. */
sealed interface Reading {

    /** A request. */
    record Good(Form form) implements Reading {}

    /** No JSON at all. */
    record NotJson(String detail) implements Reading {}

    /**
     * JSON, but no request.
     *
     * @param emergency whether it calls itself an emergency all the same
     */
    record Faulty(List<Fault> faults, boolean emergency) implements Reading {}

    /** Reads a body by the templates that hold now. */
    static Reading of(byte[] body, Templates templates, Instant now) {
        try {
            var json = Parser.JSON.readTree(body);
            return json.isMissingNode()
                    ? new NotJson("The body is empty.")
                    : Parser.read(json, templates, now);
        } catch (JacksonException e) {
            return new NotJson("The body is not JSON" + Parser.place(e.getLocation()) + ".");
        } catch (NumberFormatException e) {
            return new NotJson("The body has a number that is too large.");
        }
    }

    /** How a body is read. */
    final class Parser {

        private static final int MOST_FAULTS = 50;
        private static final JsonPointer KIND = JsonPointer.compile("/kind");
        private static final JsonMapper JSON =
                JsonMapper.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .build();

        private Parser() {}

        private static Reading read(JsonNode body, Templates templates, Instant now) {
            var kind = Kind.of(body.path("kind").asString(""));
            if (kind.isEmpty()) {
                var fault = Fault.at(KIND, "must be one of " + words());
                return new Faulty(List.of(fault), isEmergency(body));
            }
            var faults = templates.of(kind.get(), now).check(body);
            return faults.isEmpty()
                    ? new Good(Form.of(kind.get(), body))
                    : new Faulty(faults.stream().limit(MOST_FAULTS).toList(), isEmergency(body));
        }

        private static boolean isEmergency(JsonNode body) {
            return body.path("emergency").asBoolean(false);
        }

        private static String words() {
            return Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "));
        }

        private static String place(TokenStreamLocation at) {
            return at == null
                    ? ""
                    : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
        }
    }
}
