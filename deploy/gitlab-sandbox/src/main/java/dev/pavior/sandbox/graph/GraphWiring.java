package dev.pavior.sandbox.graph;

import dev.pavior.sandbox.domain.Deed;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Status;
import dev.pavior.sandbox.domain.World;
import dev.pavior.sandbox.shape.Shape;
import graphql.Scalars;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says where each field of the schema finds its value. */
final class GraphWiring {

    private static final List<String> TEXTS =
            List.of("Time", "WorkItemID", "IssueID", "WorkItemsStatusesStatusID");

    private final Office office;
    private final World world;
    private final WorkItemShapes shapes;
    private final WorkItemLists lists;

    GraphWiring(Office office) {
        this.office = office;
        this.world = office.world();
        this.shapes = new WorkItemShapes(office);
        this.lists = new WorkItemLists(world, shapes);
    }

    RuntimeWiring wiring() {
        var wiring = RuntimeWiring.newRuntimeWiring();
        TEXTS.forEach(name -> wiring.scalar(text(name)));
        addRoots(wiring);
        addPlaces(wiring);
        addItems(wiring);
        return wiring.build();
    }

    private static GraphQLScalarType text(String name) {
        return GraphQLScalarType.newScalar(Scalars.GraphQLString).name(name).build();
    }

    private void addRoots(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Query",
                type ->
                        type.dataFetcher("currentUser", this::me)
                                .dataFetcher("project", this::project)
                                .dataFetcher("group", this::group)
                                .dataFetcher("namespace", this::namespace)
                                .dataFetcher("workItem", this::workItem)
                                .dataFetcher("issue", this::issue)
                                .dataFetcher(
                                        "queryComplexity",
                                        asked -> Map.of("score", 1, "limit", 250)));
        wiring.type(
                "Mutation",
                type -> type.dataFetcher("workItemUpdate", new StatusChange(office, shapes)::made));
    }

    private void addPlaces(RuntimeWiring.Builder wiring) {
        for (String place : List.of("Project", "Group", "Namespace")) {
            wiring.type(place, type -> type.dataFetcher("workItems", this::workItems));
        }
        wiring.type(
                "Namespace",
                type ->
                        type.dataFetcher("workItem", this::numbered)
                                .dataFetcher("lifecycles", this::lifecycles));
    }

    private void addItems(RuntimeWiring.Builder wiring) {
        wiring.type(
                "WorkItemWidget",
                type ->
                        type.typeResolver(
                                found -> {
                                    Map<String, Object> widget = found.getObject();
                                    return found.getSchema()
                                            .getObjectType((String) widget.get("__typename"));
                                }));
        wiring.type("WorkItemWidgetHierarchy", type -> type.dataFetcher("parent", this::parent));
        wiring.type(
                "WorkItemWidgetLinkedItems",
                type -> type.dataFetcher("linkedItems", this::linkedItems));
        wiring.type("Issue", type -> type.dataFetcher("movedTo", this::movedTo));
    }

    private static Deed deed(DataFetchingEnvironment asked) {
        return Objects.requireNonNull(asked.getGraphQlContext().get(Deed.class));
    }

    private static Map<String, @Nullable Object> source(DataFetchingEnvironment asked) {
        return Objects.requireNonNull(asked.getSource());
    }

    private static String argument(String name, DataFetchingEnvironment asked) {
        return Objects.requireNonNull(asked.getArgument(name));
    }

    private static Home home(DataFetchingEnvironment asked) {
        return (Home) Objects.requireNonNull(source(asked).get("home"));
    }

    private Object me(DataFetchingEnvironment asked) {
        var user = deed(asked).by();
        return Map.of(
                "id", Gid.of("User", user.id()), "username", user.username(), "name", user.name());
    }

    private @Nullable Object project(DataFetchingEnvironment asked) {
        return project(argument("fullPath", asked), asked).map(shapes::project).orElse(null);
    }

    private Optional<Home> project(String path, DataFetchingEnvironment asked) {
        return world.projectAt(path)
                .filter(project -> !project.hidden() || deed(asked).by().admin())
                .map(project -> project.home());
    }

    private Optional<Home> group(String path) {
        return world.groupAt(path).map(group -> Home.group(group.id()));
    }

    private @Nullable Object group(DataFetchingEnvironment asked) {
        return group(argument("fullPath", asked)).map(shapes::namespace).orElse(null);
    }

    private @Nullable Object namespace(DataFetchingEnvironment asked) {
        String path = argument("fullPath", asked);
        return group(path).or(() -> project(path, asked)).map(shapes::namespace).orElse(null);
    }

    private Object workItems(DataFetchingEnvironment asked) {
        return lists.of(home(asked), deed(asked).by().admin(), asked);
    }

    private @Nullable Object numbered(DataFetchingEnvironment asked) {
        long iid = Gid.id(argument("iid", asked));
        Optional<? extends Item> item =
                home(asked).group()
                        ? world.epicItems.numbered(home(asked), iid)
                        : world.issueItems.numbered(home(asked), iid);
        return item.map(shapes::of).orElse(null);
    }

    private Optional<Item> item(long id, DataFetchingEnvironment asked) {
        Optional<Item> issue =
                world.issues.find(id).filter(found -> visible(found, asked)).map(found -> found);
        return issue.or(() -> world.epics.find(id));
    }

    private boolean visible(Issue issue, DataFetchingEnvironment asked) {
        return !world.projectOf(issue).hidden() || deed(asked).by().admin();
    }

    private @Nullable Object workItem(DataFetchingEnvironment asked) {
        return item(Gid.id(argument("id", asked)), asked).map(shapes::of).orElse(null);
    }

    private @Nullable Object issue(DataFetchingEnvironment asked) {
        return world.issues
                .find(Gid.id(argument("id", asked)))
                .filter(issue -> visible(issue, asked))
                .map(shapes::issue)
                .orElse(null);
    }

    private @Nullable Object movedTo(DataFetchingEnvironment asked) {
        return source(asked).get("movedToId") instanceof Long id
                ? world.issues
                        .find(id)
                        .filter(issue -> visible(issue, asked))
                        .map(shapes::issue)
                        .orElse(null)
                : null;
    }

    private @Nullable Object parent(DataFetchingEnvironment asked) {
        return source(asked).get("parentId") instanceof Long id
                ? world.epics.find(id).map(shapes::of).orElse(null)
                : null;
    }

    private Object linkedItems(DataFetchingEnvironment asked) {
        int first = asked.getArgumentOrDefault("first", 100);
        var links =
                source(asked).get("of") instanceof Issue issue ? links(issue) : List.<Object>of();
        var shown = links.stream().limit(first).toList();
        return Shape.of(
                "nodes",
                shown,
                "pageInfo",
                Map.of("hasNextPage", links.size() > first, "hasPreviousPage", false));
    }

    private List<Object> links(Issue issue) {
        return world.linksByIssue.of(issue.id()).values().stream()
                .<Object>map(
                        link ->
                                Shape.of(
                                        "linkId",
                                        Gid.of("WorkItems::RelatedWorkItemLink", link.id()),
                                        "linkType",
                                        link.seenFrom(issue.id()),
                                        "workItem",
                                        shapes.of(world.issues.get(link.other(issue.id())))))
                .toList();
    }

    private Object lifecycles(DataFetchingEnvironment asked) {
        var custom = office.statuses().customIn(home(asked));
        var statuses = custom.isEmpty() ? Status.SYSTEM : custom;
        return WorkItemShapes.nodes(
                Stream.of(
                                Map.of(
                                        "name",
                                        "Default",
                                        "statuses",
                                        statuses.stream().map(WorkItemShapes::status).toList()))
                        .toList());
    }
}
