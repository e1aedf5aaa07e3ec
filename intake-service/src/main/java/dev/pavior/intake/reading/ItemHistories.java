package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.HistoryEvent;
import dev.pavior.contract.v1.ItemHistory;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.reading.sight.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Reads the whole history of one item. */
final class ItemHistories {

    /** After so many items without such changes, and none with, this GitLab has none. */
    private static final int ENOUGH = 5;

    private final Desk desk;
    private final Map<HistoryKind, AtomicInteger> absences = new EnumMap<>(HistoryKind.class);

    ItemHistories(Desk desk) {
        this.desk = desk;
        for (var kind : HistoryKind.values()) {
            absences.put(kind, new AtomicInteger());
        }
    }

    /** The history of a listed item, empty where the row does not say which it is. */
    Optional<ItemHistory> read(JsonNode row, Sort sort) {
        var project = Values.id(row.path("project_id"));
        var iid = Values.id(row.path("iid"));
        return project == null || iid == null
                ? Optional.empty()
                : Optional.of(
                        read(
                                row,
                                sort,
                                new ItemKey(
                                        desk.host(),
                                        ItemKey.Container.PROJECT,
                                        project,
                                        sort.kind(),
                                        iid)));
    }

    private ItemHistory read(JsonNode row, Sort sort, ItemKey key) {
        var path = ApiPath.of("/projects/{}/" + sort.word() + "/{}", key.containerId(), key.iid());
        var events = new ArrayList<HistoryEvent>();
        var missing = new ArrayList<String>();
        for (var kind : kindsOf(sort)) {
            events(path, kind).ifPresentOrElse(events::addAll, () -> missing.add(kind.word()));
        }
        var timeline = Timeline.of(events);
        return ItemHistory.newBuilder()
                .setItem(key.toString())
                .setGlobalId(Values.id(row.path("id")))
                .setCreatedAt(Values.time(row.path("created_at")))
                .setEvents(timeline.events())
                .setMissing(missing)
                .setCut(timeline.cut())
                .setReadAt(desk.now())
                .build();
    }

    private static List<HistoryKind> kindsOf(Sort sort) {
        return Arrays.stream(HistoryKind.values())
                .filter(kind -> sort.kind() == ItemKey.Kind.ISSUE || kind.ofMergeRequests())
                .toList();
    }

    private Optional<List<HistoryEvent>> events(ApiPath item, HistoryKind kind) {
        var absent = absences.get(kind);
        if (absent == null || (kind.licensed() && absent.get() >= ENOUGH)) {
            return Optional.empty();
        }
        var rows = new Lists(desk.gitLab()).whole(item.slash(kind.path()));
        absent.updateAndGet(count -> rows.isPresent() ? Integer.MIN_VALUE : count + 1);
        return rows.map(all -> all.stream().map(kind::read).flatMap(Optional::stream).toList());
    }
}
