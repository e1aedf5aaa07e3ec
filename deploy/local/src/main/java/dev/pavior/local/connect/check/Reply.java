package dev.pavior.local.connect.check;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came of asking a GitLab. */
sealed interface Reply {

    /**
     * Nothing came back.
     *
     * @param why the reason, and what to do about it
     */
    record Nothing(String why) implements Reply {}

    /** Something came back. */
    record Answered(int status, HttpHeaders headers, String body) implements Reply {

        private static final JsonMapper JSON = JsonMapper.shared();
        private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

        boolean isGood() {
            return status == 200 && json().isPresent();
        }

        /** The body, where it is JSON as GitLab answers it. */
        Optional<JsonNode> json() {
            try {
                return Optional.of(JSON.readTree(body)).filter(JsonNode::isContainer);
            } catch (JacksonException e) {
                return Optional.empty();
            }
        }

        String text(String field) {
            return json().map(node -> node.path(field).asString("")).orElse("");
        }

        /** GitLab's own words for a refusal, in whichever of its four shapes they come. */
        String words() {
            for (var field : new String[] {"error_description", "message", "error"}) {
                var node = json().map(body -> body.path(field));
                if (node.isPresent() && !node.get().isMissingNode()) {
                    return node.get().isString() ? node.get().stringValue() : "" + node.get();
                }
            }
            return "";
        }

        Optional<String> header(String name) {
            return headers.firstValue(name).map(String::strip);
        }

        /** How many there are in all, where the answer says. */
        OptionalLong total() {
            return header("x-total")
                    .filter(said -> NUMBER.matcher(said).matches())
                    .map(said -> OptionalLong.of(Long.parseLong(said)))
                    .orElseGet(OptionalLong::empty);
        }
    }
}
