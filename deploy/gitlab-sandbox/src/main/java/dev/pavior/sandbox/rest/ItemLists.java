package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.ItemShelf;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.Stamp;
import dev.pavior.sandbox.shape.Cursor;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the items of a kind: chosen, ordered, and cut into pages of either sort. */
final class ItemLists<T extends Item> {

    private static final List<String> ORDERS =
            List.of(
                    "created_at",
                    "updated_at",
                    "id",
                    "title",
                    "due_date",
                    "weight",
                    "relative_position");

    private final Desk desk;
    private final ItemShelf<T> shelf;

    ItemLists(Desk desk, ItemShelf<T> shelf) {
        this.desk = desk;
        this.shelf = shelf;
    }

    /** All that there are, without the help of any index. */
    Answer everywhere(Call call) {
        refuseKeyset(call);
        var wanted = desk.filter().wanted(call, "created_by_me");
        var all = shelf.all.stream().filter(wanted).sorted(order(call.fields())).toList();
        return desk.page(call, all, shape(call));
    }

    Answer of(Home home, Call call) {
        refuseKeyset(call);
        return desk.page(call, chosen(home, call), shape(call));
    }

    /** With pages by offset or, if the caller says so, by key. */
    Answer ofEitherSort(Home home, Call call) {
        if (!call.fields().text("pagination", "").equals("keyset")) {
            return of(home, call);
        }
        var paging = Paging.of(call.fields());
        var rest = after(call.fields(), home, call);
        var found = rest.limit(paging.perPage() + 1L).toList();
        return new Keyset(call, desk.links().instance(), paging.perPage())
                .answer(found, item -> key(item, call.fields()), shape(call));
    }

    private Function<T, Object> shape(Call call) {
        boolean details = call.fields().flag("with_labels_details", false);
        return item -> desk.items().listed(item, details);
    }

    private static void refuseKeyset(Call call) {
        if (call.fields().text("pagination", "").equals("keyset")) {
            throw Refusal.error(
                    405, "Keyset pagination is not yet available for this type of request");
        }
    }

    private List<T> chosen(Home home, Call call) {
        var wanted = desk.filter().wanted(call, "all");
        return ordered(home, call.fields(), null).filter(wanted).toList();
    }

    private Stream<T> after(Fields fields, Home home, Call call) {
        var wanted = desk.filter().wanted(call, "all");
        String cursor = fields.text("cursor", "");
        var last = cursor.isEmpty() ? null : Cursor.read(cursor);
        var all = ordered(home, fields, last).filter(wanted);
        if (last == null || timed(fields)) {
            return all;
        }
        return all.dropWhile(item -> item.id() != last.id()).skip(1);
    }

    /** The last seen of a page: its time, where the order is one of times, and its id. */
    private Stamp key(T item, Fields fields) {
        boolean updated = by(fields).equals("updated_at");
        return new Stamp(updated ? item.updatedAt() : item.createdAt(), item.id());
    }

    private static boolean timed(Fields fields) {
        return by(fields).endsWith("ed_at");
    }

    /** In an order of times only what lies in the asked range is looked at. */
    private Stream<T> ordered(Home home, Fields fields, @Nullable Stamp last) {
        return switch (by(fields)) {
            case "updated_at" -> range(shelf.byUpdate.of(home), "updated", fields, last);
            case "created_at" -> range(shelf.byCreation.of(home), "created", fields, last);
            default -> shelf.byCreation.of(home).values().stream().sorted(order(fields));
        };
    }

    private Stream<T> range(
            NavigableMap<Stamp, T> all, String name, Fields fields, @Nullable Stamp last) {
        var from = fields.time(name + "_after");
        var to = fields.time(name + "_before");
        var some = from == null ? all : all.tailMap(new Stamp(from, 0), true);
        var range = to == null ? some : some.headMap(new Stamp(to, Long.MAX_VALUE), true);
        var order = ascending(fields) ? range : range.descendingMap();
        return (last == null ? order : order.tailMap(last, false)).values().stream();
    }

    private static String by(Fields fields) {
        return fields.oneOf("order_by", ORDERS, "created_at");
    }

    private static boolean ascending(Fields fields) {
        return fields.oneOf("sort", List.of("asc", "desc"), "desc").equals("asc");
    }

    private static Comparator<Item> order(Fields fields) {
        Comparator<Item> order =
                switch (by(fields)) {
                    case "updated_at" -> Comparator.comparing(Item::updatedAt);
                    case "title" -> Comparator.comparing(Item::title);
                    case "due_date" -> comparing(Issue::dueDate);
                    case "weight" -> comparing(Issue::weight);
                    case "id", "relative_position" -> Comparator.comparingLong(Item::id);
                    default -> Comparator.comparing(Item::createdAt);
                };
        var total = order.thenComparingLong(Item::id);
        return ascending(fields) ? total : total.reversed();
    }

    private static <C extends Comparable<? super C>> Comparator<Item> comparing(
            Function<Issue, @Nullable C> key) {
        return Comparator.comparing(
                item -> item instanceof Issue issue ? key.apply(issue) : null,
                Comparator.nullsLast(Comparator.naturalOrder()));
    }
}
