package dev.pavior.sandbox.graph;

import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.ItemShelf;
import dev.pavior.sandbox.domain.Stamp;
import dev.pavior.sandbox.domain.World;
import dev.pavior.sandbox.shape.Cursor;
import dev.pavior.sandbox.shape.Shape;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists work items page by page. */
final class WorkItemLists {

    private static final int MOST = 100;

    private final World world;
    private final WorkItemShapes shapes;

    WorkItemLists(World world, WorkItemShapes shapes) {
        this.world = world;
        this.shapes = shapes;
    }

    Map<String, @Nullable Object> of(Home home, boolean admin, DataFetchingEnvironment asked) {
        int first = Math.min(asked.getArgumentOrDefault("first", MOST), MOST);
        var found =
                sources(home, asked).stream()
                        .filter(item -> wanted(item, home, asked))
                        .filter(item -> admin || visible(item))
                        .limit(first + 1L)
                        .toList();
        boolean more = found.size() > first;
        var shown = more ? found.subList(0, first) : found;
        return Shape.of(
                "nodes", shown.stream().map(shapes::of).toList(),
                "pageInfo", pageInfo(shown, more, asked));
    }

    private Map<String, @Nullable Object> pageInfo(
            List<Item> shown, boolean more, DataFetchingEnvironment asked) {
        return Shape.of(
                "hasNextPage",
                more,
                "hasPreviousPage",
                asked.getArgument("after") != null,
                "startCursor",
                shown.isEmpty() ? null : Cursor.of(stamp(shown.getFirst(), asked)),
                "endCursor",
                shown.isEmpty() ? null : Cursor.of(stamp(shown.getLast(), asked)));
    }

    /** A project has no epics; a group shows its own and, if asked, what is below it. */
    private Iterables sources(Home home, DataFetchingEnvironment asked) {
        var sources = new ArrayList<NavigableMap<Stamp, ? extends Item>>();
        var types = types(asked);
        if (home.group() && (types.isEmpty() || types.contains("EPIC"))) {
            sources.add(range(world.epicItems, home, asked));
        }
        boolean issues = types.isEmpty() || types.stream().anyMatch(t -> !t.equals("EPIC"));
        if (issues && (!home.group() || below(asked))) {
            sources.add(range(world.issueItems, home, asked));
        }
        return new Iterables(sources, order(asked));
    }

    /** Several orders as one. */
    private record Iterables(
            List<NavigableMap<Stamp, ? extends Item>> sources, Comparator<Stamp> order) {

        Stream<Item> stream() {
            if (sources.size() == 1) {
                return sources.getFirst().values().stream().map(Item.class::cast);
            }
            return sources.stream()
                    .flatMap(source -> source.entrySet().stream())
                    .sorted((a, b) -> order.compare(a.getKey(), b.getKey()))
                    .map(entry -> (Item) entry.getValue());
        }
    }

    private static <T extends Item> NavigableMap<Stamp, T> range(
            ItemShelf<T> shelf, Home home, DataFetchingEnvironment asked) {
        var all = byUpdate(asked) ? shelf.byUpdate.of(home) : shelf.byCreation.of(home);
        var ordered = ascending(asked) ? all : all.descendingMap();
        String after = asked.getArgument("after");
        return after == null ? ordered : ordered.tailMap(Cursor.read(after), false);
    }

    private static boolean wanted(Item item, Home home, DataFetchingEnvironment asked) {
        List<String> iids = asked.getArgumentOrDefault("iids", List.of());
        String state = asked.getArgumentOrDefault("state", "all");
        var types = types(asked);
        return (iids.isEmpty() || iids.contains(String.valueOf(item.iid())))
                && (state.equals("all") || state.equals(item.state().toString()))
                && (types.isEmpty() || types.contains(type(item)))
                && (below(asked) || item.home().equals(home))
                && since(item, asked);
    }

    private static boolean since(Item item, DataFetchingEnvironment asked) {
        var from = time(asked.getArgument("updatedAfter"));
        var to = time(asked.getArgument("updatedBefore"));
        return (from == null || !item.updatedAt().isBefore(from))
                && (to == null || !item.updatedAt().isAfter(to));
    }

    private boolean visible(Item item) {
        return item.home().group() || !world.projectOf(item).hidden();
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static Set<String> types(DataFetchingEnvironment asked) {
        List<String> types = asked.getArgumentOrDefault("types", List.of());
        return Set.copyOf(types);
    }

    private static String type(Item item) {
        return WorkItemShapes.type(item).toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static boolean below(DataFetchingEnvironment asked) {
        return asked.getArgumentOrDefault("includeDescendants", false);
    }

    private static boolean byUpdate(DataFetchingEnvironment asked) {
        return sort(asked).startsWith("UPDATED");
    }

    private static boolean ascending(DataFetchingEnvironment asked) {
        return sort(asked).endsWith("ASC");
    }

    private static String sort(DataFetchingEnvironment asked) {
        return asked.getArgumentOrDefault("sort", "CREATED_DESC");
    }

    private static Comparator<Stamp> order(DataFetchingEnvironment asked) {
        return ascending(asked) ? Comparator.naturalOrder() : Comparator.reverseOrder();
    }

    private static Stamp stamp(Item item, DataFetchingEnvironment asked) {
        return new Stamp(byUpdate(asked) ? item.updatedAt() : item.createdAt(), item.id());
    }
}
