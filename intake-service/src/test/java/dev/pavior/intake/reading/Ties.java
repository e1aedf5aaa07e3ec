package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the sandbox says its items have to do with each other. */
final class Ties {

    private final String host;
    private final Map<String, Map<String, Object>> ties = new HashMap<>();
    private int moved;

    Ties(Sandbox sandbox, Map<String, JsonNode> items) {
        host = sandbox.host();
        items.forEach((key, item) -> ties.put(key, read(sandbox, ItemKey.parse(key))));
        var issues = new HashMap<Long, String>();
        items.forEach(
                (key, item) -> {
                    if (ItemKey.parse(key).kind() == ItemKey.Kind.ISSUE) {
                        issues.put(item.get("id").asLong(), key);
                    }
                });
        items.forEach((key, item) -> tie(key, issues.get(item.path("moved_to_id").asLong(0))));
    }

    private Map<String, Object> read(Sandbox sandbox, ItemKey item) {
        boolean issue = item.kind() == ItemKey.Kind.ISSUE;
        var path = Sandbox.pathOf(item) + (issue ? "/links" : "/closes_issues") + "?per_page=100";
        var others = new ArrayList<String>();
        for (var other : sandbox.get(path)) {
            var key = key(other).toString();
            others.add(issue ? other.get("link_type").asString() + " " + key : key);
        }
        return ties(issue ? others : List.of(), issue ? List.of() : others, "null", "null");
    }

    private static Map<String, Object> ties(
            List<String> links, List<String> closes, String movedTo, String movedFrom) {
        var ties = new TreeMap<String, Object>();
        ties.put("links", links.stream().sorted().toList());
        ties.put("closes", closes.stream().sorted().toList());
        ties.put("movedTo", movedTo);
        ties.put("movedFrom", movedFrom);
        return ties;
    }

    /** The target of a move may have been deleted since; then nobody asks where it was. */
    private void tie(String from, @Nullable String to) {
        if (to != null) {
            ties.get(from).put("movedTo", to);
            ties.get(to).put("movedFrom", from);
            moved++;
        }
    }

    private ItemKey key(JsonNode issue) {
        return ItemKey.issue(host, issue.get("project_id").asLong(), issue.get("iid").asLong());
    }

    int moved() {
        return moved;
    }

    Map<String, Object> of(String item) {
        return ties.get(item);
    }

    /** What was told of an item; ties to what is gone are nobody's business. */
    static Map<String, Object> of(GenericRecord item, Set<String> gone) {
        var links =
                ((List<?>) item.get("links"))
                        .stream()
                                .map(link -> (GenericRecord) link)
                                .map(link -> link.get("type") + " " + link.get("item"))
                                .toList();
        return ties(
                links,
                present((List<?>) item.get("closes"), gone),
                present(item.get("movedTo"), gone),
                present(item.get("movedFrom"), gone));
    }

    private static List<String> present(List<?> keys, Set<String> gone) {
        return keys.stream().map(Object::toString).filter(key -> !gone.contains(key)).toList();
    }

    private static String present(@Nullable Object key, Set<String> gone) {
        return gone.contains(String.valueOf(key)) ? "null" : String.valueOf(key);
    }
}
