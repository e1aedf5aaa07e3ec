package dev.pavior.intake.gitlab;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies as JSON, and none that is meant to exhaust us. */
final class Bodies {

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(8 * 1024 * 1024)
                    .maxTokenCount(2_000_000)
                    .maxNameLength(1000)
                    .maxNumberLength(100)
                    .build();
    private static final JsonMapper JSON = mapper();

    private Bodies() {}

    static JsonMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
                .build();
    }

    /** A reply with its body read. */
    record Read(Reply reply, JsonNode body) {}

    /** The body, or missing where it is no JSON. */
    static JsonNode read(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
