package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Epic;
import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.LabelBook;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Milestone;
import dev.pavior.sandbox.domain.Project;
import dev.pavior.sandbox.domain.User;
import dev.pavior.sandbox.domain.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses items as the parameters of a list say. */
final class ItemFilter {

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

    /** Which items the parameters ask for, of those that the caller may see. */
    Predicate<Item> wanted(Call call, String defaultScope) {
        var fields = call.fields();
        return Stream.of(
                        visible(call),
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
                .orElse(ItemFilter::any);
    }

    private static boolean any(Item item) {
        return true;
    }

    private Predicate<Item> visible(Call call) {
        var hidden =
                world.projects.stream()
                        .filter(project -> !Places.visible(project, call))
                        .map(Project::id)
                        .collect(Collectors.toSet());
        return hidden.isEmpty() ? ItemFilter::any : item -> !hidden.contains(item.projectId());
    }

    private static Predicate<Item> state(Fields fields) {
        String state = fields.oneOf("state", STATES, "all");
        return state.equals("all")
                ? ItemFilter::any
                : item -> item.state().toString().equals(state);
    }

    private static Predicate<Item> scope(Fields fields, User me, String otherwise) {
        return switch (fields.oneOf("scope", SCOPES, otherwise).replace('-', '_')) {
            case "created_by_me" -> item -> item.core().authorId() == me.id();
            case "assigned_to_me" -> item -> item.core().plan().assignees().contains(me.id());
            default -> ItemFilter::any;
        };
    }

    private Predicate<Item> labelled(Fields fields) {
        var all = fields.names("labels");
        var none = fields.names("not[labels]");
        if (all.isEmpty() && none.isEmpty()) {
            return ItemFilter::any;
        }
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
            case "" -> ItemFilter::any;
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
        if (author == null && assignee == null) {
            return ItemFilter::any;
        }
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
        var iids = Set.copyOf(fields.ids("iids"));
        return iids.isEmpty() ? ItemFilter::any : item -> iids.contains(item.iid());
    }

    private static Predicate<Item> search(Fields fields) {
        String words = fields.text("search", "").toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return ItemFilter::any;
        }
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
                    case Epic epic -> confidential == null || confidential == epic.confidential();
                    case MergeRequest request ->
                            (source == null || source.equals(request.sourceBranch()))
                                    && (target == null || target.equals(request.targetBranch()));
                };
    }
}
