package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Happening;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Milestone;
import dev.pavior.sandbox.domain.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The calls on the milestones of projects, or of groups. */
final class MilestoneCalls {

    private final Desk desk;
    private final Function<Call, Home> home;

    MilestoneCalls(Desk desk, Function<Call, Home> home) {
        this.desk = desk;
        this.home = home;
    }

    Answer list(Call call) {
        var fields = call.fields();
        String state = fields.oneOf("state", List.of("active", "closed", "all"), "all");
        String title = fields.text("title");
        String search = fields.text("search", "").toLowerCase(Locale.ROOT);
        var iids = fields.ids("iids");
        var since = fields.time("updated_after");
        var found =
                visible(call)
                        .filter(m -> state.equals("all") || m.active() == state.equals("active"))
                        .filter(m -> title == null || m.title().equals(title))
                        .filter(m -> m.title().toLowerCase(Locale.ROOT).contains(search))
                        .filter(m -> since == null || !m.updatedAt().isBefore(since))
                        .filter(m -> iids.isEmpty() || iids.contains(m.iid()))
                        .sorted(Comparator.comparingLong(Milestone::id).reversed())
                        .toList();
        return Paging.answer(call, desk.links().instance(), found, desk.planning()::milestone);
    }

    Answer get(Call call) {
        return Answer.ok(desk.planning().milestone(found(call)));
    }

    Answer create(Call call) {
        var at = home.apply(call);
        var fields = call.fields();
        var milestone =
                new Milestone(
                        desk.world().milestones.nextId(),
                        of(at).mapToLong(Milestone::iid).max().orElse(0) + 1,
                        at,
                        free(at, fields.required("title")),
                        fields.text("description", ""),
                        true,
                        fields.date("start_date"),
                        fields.date("due_date"),
                        call.at(),
                        call.at());
        refuseReversed(milestone);
        desk.world().milestones.put(milestone);
        tell("create", milestone, call);
        return Answer.created(desk.planning().milestone(milestone));
    }

    Answer update(Call call) {
        var now = found(call);
        var edited = edited(now, call.fields(), call);
        refuseReversed(edited);
        desk.world().milestones.put(edited);
        if (now.active() != edited.active()) {
            tell(edited.active() ? "reopen" : "close", edited, call);
        }
        return Answer.ok(desk.planning().milestone(edited));
    }

    /** Of new dates and titles GitLab tells nobody. */
    private void tell(String action, Milestone milestone, Call call) {
        desk.office().listener().accept(new Happening.Scheduled(action, milestone, call.deed()));
    }

    private Milestone edited(Milestone now, Fields fields, Call call) {
        String title = fields.text("title", now.title());
        String event = fields.oneOf("state_event", List.of("close", "activate"));
        return new Milestone(
                now.id(),
                now.iid(),
                now.home(),
                title.equals(now.title()) ? title : free(now.home(), title),
                fields.text("description", now.description()),
                event == null ? now.active() : event.equals("activate"),
                fields.has("start_date") ? fields.date("start_date") : now.startDate(),
                fields.has("due_date") ? fields.date("due_date") : now.dueDate(),
                now.createdAt(),
                call.at());
    }

    private String free(Home at, String title) {
        if (title.isBlank()) {
            throw Refusal.field("title", "can't be blank");
        }
        if (of(at).anyMatch(milestone -> milestone.title().equals(title))) {
            throw Refusal.field("title", "has already been taken");
        }
        return title;
    }

    private static void refuseReversed(Milestone milestone) {
        var start = milestone.startDate();
        var due = milestone.dueDate();
        if (start != null && due != null && due.isBefore(start)) {
            throw Refusal.field("due_date", "must be greater than start date");
        }
    }

    private Milestone found(Call call) {
        long id = call.number("milestone_id");
        return of(home.apply(call))
                .filter(milestone -> milestone.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Milestone"));
    }

    private Stream<Milestone> visible(Call call) {
        var at = home.apply(call);
        boolean ancestors =
                call.fields().flag("include_ancestors", false)
                        || call.fields().flag("include_parent_milestones", false);
        return ancestors
                ? desk.world().milestones.stream().filter(m -> desk.world().reaches(m.home(), at))
                : of(at);
    }

    private Stream<Milestone> of(Home at) {
        return desk.world().milestones.stream().filter(m -> m.home().equals(at));
    }
}
