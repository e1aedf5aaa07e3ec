package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the sandbox itself says of its items, to hold against what the intake made of them. */
final class Truth {

    private final String host;
    private final Ties ties;
    private final Map<String, JsonNode> items = new TreeMap<>();
    private final Map<String, Long> changes = new TreeMap<>();
    private final Set<String> gone = new TreeSet<>();

    Truth(Sandbox sandbox) {
        host = sandbox.host();
        list(sandbox, "issues", ItemKey.Kind.ISSUE);
        list(sandbox, "merge_requests", ItemKey.Kind.MERGE_REQUEST);
        sandbox.get("/-/sandbox/changes").get("items").properties().forEach(this::count);
        ties = new Ties(sandbox, items);
    }

    int items() {
        return items.size();
    }

    /** How many items were deleted. */
    int gone() {
        return gone.size();
    }

    /** How many issues were moved. */
    int moved() {
        return ties.moved();
    }

    /** How often each item really changed. */
    Map<String, Long> changes() {
        return changes;
    }

    /** Item → what differs; one that is missing differs as a whole, one never told need not go. */
    Map<String, String> differences(Map<String, GenericRecord> told) {
        var differences = new LinkedHashMap<String, String>();
        items.forEach(
                (key, item) -> {
                    var record = told.get(key);
                    var expected = facts(item);
                    expected.putAll(ties.of(key));
                    var actual = record == null ? Map.of() : facts(record);
                    if (!expected.equals(actual)) {
                        differences.put(key, expected + " but " + actual);
                    }
                });
        gone.stream()
                .filter(told::containsKey)
                .filter(key -> told.get(key).get("gone") == null)
                .forEach(key -> differences.put(key, "is gone but told to be there"));
        return differences;
    }

    private void list(Sandbox sandbox, String what, ItemKey.Kind kind) {
        for (int page = 1; ; page++) {
            var found =
                    sandbox.get(
                            "/api/v4/groups/1/%s?scope=all&state=all&per_page=100&page=%d"
                                    .formatted(what, page));
            if (found.isEmpty()) {
                return;
            }
            found.forEach(item -> items.put(key(kind, item), item));
        }
    }

    private String key(ItemKey.Kind kind, JsonNode item) {
        long project = item.get("project_id").asLong();
        long iid = item.get("iid").asLong();
        return (kind == ItemKey.Kind.ISSUE
                        ? ItemKey.issue(host, project, iid)
                        : ItemKey.mergeRequest(host, project, iid))
                .toString();
    }

    /** The sandbox names an item {@code project/issues/iid}. */
    private void count(Map.Entry<String, JsonNode> counted) {
        var key = host + "/" + counted.getKey().replaceFirst("s/(\\d+)$", "/$1");
        changes.put(key, counted.getValue().get("changes").asLong());
        if (counted.getValue().get("gone").asBoolean()) {
            gone.add(key);
        }
    }

    private static Map<String, Object> facts(JsonNode item) {
        var facts = new TreeMap<String, Object>();
        facts.put("state", item.get("state").asString().toUpperCase(Locale.ROOT));
        facts.put("labels", strings(item.get("labels")));
        facts.put("milestone", String.valueOf(id(item.get("milestone"))));
        facts.put("weight", item.path("weight").asString("null"));
        facts.put("confidential", item.path("confidential").asBoolean(false));
        facts.put("assignees", ids(item.get("assignees")).toString());
        facts.put("notes", item.get("user_notes_count").asInt());
        facts.put("closed", second(item.path("closed_at")));
        facts.put("merged", second(item.path("merged_at")));
        facts.put("text", digest(item));
        facts.put("gone", false);
        return facts;
    }

    private Map<String, Object> facts(GenericRecord item) {
        var facts = new TreeMap<String, Object>();
        facts.put("state", item.get("state").toString());
        facts.put("labels", item.get("labels").toString());
        facts.put("milestone", String.valueOf(item.get("milestoneId")));
        facts.put("weight", String.valueOf(item.get("weight")));
        facts.put("confidential", item.get("confidential"));
        facts.put("assignees", item.get("assigneeIds").toString());
        facts.put("notes", item.get("notes"));
        facts.put("closed", second(item.get("closedAt")));
        facts.put("merged", second(item.get("mergedAt")));
        facts.put("text", String.valueOf(item.get("textDigest")));
        facts.put("gone", item.get("gone") != null);
        facts.putAll(Ties.of(item, gone));
        return facts;
    }

    private static String strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .sorted()
                .toList()
                .toString();
    }

    private static List<Long> ids(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.get("id").asLong())
                .sorted()
                .toList();
    }

    private static @Nullable Long id(JsonNode object) {
        return object.isNull() ? null : (Long) object.get("id").asLong();
    }

    private static String second(JsonNode time) {
        return time.isString()
                ? Instant.parse(time.asString()).truncatedTo(ChronoUnit.SECONDS).toString()
                : "null";
    }

    private static String second(@Nullable Object millis) {
        return millis == null
                ? "null"
                : Instant.ofEpochMilli((Long) millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String digest(JsonNode item) {
        var words = item.get("title").asString() + "\n" + item.path("description").asString("");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
