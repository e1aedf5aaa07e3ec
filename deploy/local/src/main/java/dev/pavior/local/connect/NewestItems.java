package dev.pavior.local.connect;

import dev.pavior.contract.ItemKey;
import dev.pavior.local.connect.findings.Item;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Keeps the newest revision of each item. */
final class NewestItems {

    private final Map<String, Kept> byKey = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    private record Kept(long revision, boolean gone, Item item) {

        Kept newer(Kept other) {
            return other.revision >= revision ? other : this;
        }
    }

    void take(Fields item) {
        byKey.merge(item.text("item"), kept(item), Kept::newer);
    }

    List<Item> existing() {
        return byKey.values().stream().filter(kept -> !kept.gone()).map(Kept::item).toList();
    }

    private Kept kept(Fields item) {
        return new Kept(
                item.number("revision").orElse(0),
                item.has("gone"),
                new Item(
                        ItemKey.parse(item.text("item")),
                        item.text("type"),
                        item.text("state").toLowerCase(Locale.ROOT),
                        shared(item.texts("labels")),
                        item.number("milestoneId"),
                        item.is("confidential")));
    }

    /** A hundred thousand items carry the same few labels: each is kept once. */
    private Set<String> shared(List<String> titles) {
        var shared = new HashSet<String>();
        titles.forEach(title -> shared.add(labels.computeIfAbsent(title, same -> same)));
        return shared;
    }
}
