package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.LabelBook;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Milestone;
import dev.pavior.sandbox.domain.User;
import dev.pavior.sandbox.domain.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses and orders items as the parameters of a list say. */
final class ItemFilter {

    private static final List<String> ORDERS =
            List.of("created_at", "updated_at", "title", "due_date", "weight");
    private static final List<String> STATES =
            List.of("opened", "closed", "merged", "locked", "all");
    private static final List<String> SCOPES =
            List.of("all", "created_by_me", "assigned_to_me", "created-by-me", "assigned-to-me");

    private final World world;
    private final LabelBook labels;

    ItemFilter(World world, LabelBook labels) {
        this.world = world;
        this.labels = labels;
    }

    <T extends Item> List<T> chosen(Stream<T> items, Call call, String defaultScope) {
        var fields = call.fields();
        var wanted =
                Stream.of(
                                state(fields),
                                scope(fields, call.user(), defaultScope),
                                labelled(fields),
                                milestone(fields),
                                people(fields),
                                numbers(fields),
                                search(fields),
                                times(fields),
                                onlyOfOneKind(fields))
                        .reduce(Predicate::and)
                        .orElseThrow();
        return items.filter(wanted).sorted(order(fields)).toList();
    }

    private static Predicate<Item> state(Fields fields) {
        String state = fields.oneOf("state", STATES, "all");
        return item -> state.equals("all") || item.state().toString().equals(state);
    }

    private static Predicate<Item> scope(Fields fields, User me, String otherwise) {
        return switch (fields.oneOf("scope", SCOPES, otherwise).replace('-', '_')) {
            case "created_by_me" -> item -> item.core().authorId() == me.id();
            case "assigned_to_me" -> item -> item.core().plan().assignees().contains(me.id());
            default -> item -> true;
        };
    }

    private Predicate<Item> labelled(Fields fields) {
        var all = fields.names("labels");
        var none = fields.names("not[labels]");
        return item -> {
            var titles = titles(item);
            return matches(all, titles) && none.stream().noneMatch(titles::contains);
        };
    }

    private static boolean matches(List<String> wanted, Set<String> titles) {
        if (wanted.size() == 1 && wanted.getFirst().equalsIgnoreCase("none")) {
            return titles.isEmpty();
        }
        if (wanted.size() == 1 && wanted.getFirst().equalsIgnoreCase("any")) {
            return !titles.isEmpty();
        }
        return titles.containsAll(wanted);
    }

    private Set<String> titles(Item item) {
        return labels.of(item).stream().map(Label::title).collect(Collectors.toSet());
    }

    private Predicate<Item> milestone(Fields fields) {
        String title = fields.text("milestone", "");
        return switch (title.toLowerCase(Locale.ROOT)) {
            case "" -> item -> true;
            case "none" -> item -> item.milestone() == null;
            case "any" -> item -> item.milestone() != null;
            default -> item -> title.equals(milestoneTitle(item.milestone()));
        };
    }

    private @Nullable String milestoneTitle(@Nullable Long id) {
        return id == null ? null : world.milestones.find(id).map(Milestone::title).orElse(null);
    }

    private Predicate<Item> people(Fields fields) {
        Long author = personId(fields.text("author_id"), fields.text("author_username"));
        Long assignee = personId(fields.text("assignee_id"), fields.text("assignee_username"));
        return item ->
                (author == null || author == item.core().authorId())
                        && (assignee == null || item.core().plan().assignees().contains(assignee));
    }

    private @Nullable Long personId(@Nullable String id, @Nullable String username) {
        if (id != null && id.matches("\\d+")) {
            return Long.valueOf(id);
        }
        return username == null ? null : world.userNamed(username).map(User::id).orElse(-1L);
    }

    private static Predicate<Item> numbers(Fields fields) {
        var iids = fields.ids("iids");
        return item -> iids.isEmpty() || iids.contains(item.iid());
    }

    private static Predicate<Item> search(Fields fields) {
        String words = fields.text("search", "").toLowerCase(Locale.ROOT);
        return item ->
                (item.title() + "\n" + item.core().text().body())
                        .toLowerCase(Locale.ROOT)
                        .contains(words);
    }

    private static Predicate<Item> times(Fields fields) {
        Instant createdAfter = fields.time("created_after");
        Instant createdBefore = fields.time("created_before");
        Instant updatedAfter = fields.time("updated_after");
        Instant updatedBefore = fields.time("updated_before");
        return item ->
                notBefore(item.createdAt(), createdAfter)
                        && notAfter(item.createdAt(), createdBefore)
                        && notBefore(item.updatedAt(), updatedAfter)
                        && notAfter(item.updatedAt(), updatedBefore);
    }

    private static boolean notBefore(Instant time, @Nullable Instant bound) {
        return bound == null || !time.isBefore(bound);
    }

    private static boolean notAfter(Instant time, @Nullable Instant bound) {
        return bound == null || !time.isAfter(bound);
    }

    private static Predicate<Item> onlyOfOneKind(Fields fields) {
        Boolean confidential = fields.flag("confidential");
        String type = fields.text("issue_type");
        String source = fields.text("source_branch");
        String target = fields.text("target_branch");
        return item ->
                switch (item) {
                    case Issue issue ->
                            (confidential == null || confidential == issue.confidential())
                                    && (type == null || type.equals(issue.type()));
                    case MergeRequest request ->
                            (source == null || source.equals(request.sourceBranch()))
                                    && (target == null || target.equals(request.targetBranch()));
                };
    }

    private static Comparator<Item> order(Fields fields) {
        Comparator<Item> order =
                switch (fields.oneOf("order_by", ORDERS, "created_at")) {
                    case "updated_at" -> Comparator.comparing(Item::updatedAt);
                    case "title" -> Comparator.comparing(Item::title);
                    case "due_date" -> comparing(i -> i.dueDate());
                    case "weight" -> comparing(i -> i.weight());
                    default -> Comparator.comparing(Item::createdAt);
                };
        var total = order.thenComparingLong(Item::id);
        return fields.oneOf("sort", List.of("asc", "desc"), "desc").equals("asc")
                ? total
                : total.reversed();
    }

    private static <C extends Comparable<? super C>> Comparator<Item> comparing(
            java.util.function.Function<Issue, @Nullable C> key) {
        return Comparator.comparing(
                item -> item instanceof Issue issue ? key.apply(issue) : null,
                Comparator.nullsLast(Comparator.naturalOrder()));
    }
}
