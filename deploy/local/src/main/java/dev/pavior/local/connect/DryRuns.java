package dev.pavior.local.connect;

import dev.pavior.contract.ItemKey;
import dev.pavior.local.connect.findings.Wish;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what was decided and, being a dry run, not done. */
final class DryRuns {

    private record Wanted(List<String> add, List<String> remove) {}

    private final Map<String, Wanted> wanted = new HashMap<>();
    private final Map<String, Wish> wishes = new LinkedHashMap<>();

    void takeDecision(Fields decision) {
        for (var match : decision.records("matches")) {
            if (match.has("editId")) {
                wanted.put(
                        match.text("editId"),
                        new Wanted(match.texts("addLabels"), match.texts("removeLabels")));
            }
        }
    }

    void takeResult(Fields result) {
        if (result.text("outcome").equals("DRY_RUN")) {
            var want = wanted.getOrDefault(result.text("id"), new Wanted(List.of(), List.of()));
            wishes.put(
                    result.text("id"),
                    new Wish(
                            ItemKey.parse(result.text("item")),
                            result.text("policy"),
                            want.add(),
                            want.remove()));
        }
    }

    List<Wish> wishes() {
        return List.copyOf(wishes.values());
    }
}
