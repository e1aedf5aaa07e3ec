package dev.pavior.sandbox.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a request's fields into the common core of an item. */
final class Drafting {

    private static final int TITLE_LIMIT = 255;

    private final World world;
    private final LabelBook labels;

    Drafting(World world, LabelBook labels) {
        this.world = world;
        this.labels = labels;
    }

    Core created(long id, long iid, Home home, Fields fields, Deed deed) {
        String title = checked(fields.required("title"));
        var text = new Text(title, fields.text("description"), null, null);
        var plan = planned(Plan.NONE, home, fields, deed);
        var at = deed.by().admin() ? orElse(fields.time("created_at"), deed.at()) : deed.at();
        return new Core(
                id, iid, projectOf(home), deed.by().id(), at, text, Standing.OPEN, plan, at, null);
    }

    Core updated(Core now, Home home, Fields fields, Deed deed) {
        String title = fields.has("title") ? checked(fields.text("title", "")) : now.text().title();
        String body =
                fields.has("description") ? fields.text("description") : now.text().description();
        var text = now.text().reworded(title, body, deed.by().id(), deed.at());
        var plan = planned(now.plan(), home, fields, deed);
        return now.moved(text, now.standing(), plan, deed.by().id(), deed.at());
    }

    /** The same in another project: with the labels and the milestone that bear the same titles. */
    Core copied(Core core, long id, long iid, Project to, Deed deed) {
        var plan = core.plan();
        var found =
                labels.ofIds(plan.labels()).stream()
                        .map(label -> labels.find(to.home(), label.title()))
                        .flatMap(Optional::stream)
                        .map(Label::id)
                        .toList();
        return new Core(
                id,
                iid,
                to.id(),
                core.authorId(),
                core.createdAt(),
                core.text(),
                Standing.OPEN,
                new Plan(found, twin(plan.milestone(), to), plan.assignees()),
                deed.at(),
                deed.by().id());
    }

    private @Nullable Long twin(@Nullable Long milestone, Project to) {
        if (milestone == null) {
            return null;
        }
        String title = world.milestones.get(milestone).title();
        return world.milestones
                .first(m -> m.title().equals(title) && world.reaches(m.home(), to.home()))
                .map(Milestone::id)
                .orElse(null);
    }

    private static long projectOf(Home home) {
        return home.group() ? 0 : home.id();
    }

    private Plan planned(Plan now, Home home, Fields fields, Deed deed) {
        return new Plan(
                labels.edited(home, now.labels(), fields, deed),
                milestone(now.milestone(), home, fields),
                assignees(now.assignees(), fields));
    }

    /** A milestone that the project cannot see counts as none, as in GitLab. */
    private @Nullable Long milestone(@Nullable Long now, Home home, Fields fields) {
        if (!fields.has("milestone_id")) {
            return now;
        }
        Long wanted = fields.id("milestone_id");
        return wanted == null || wanted == 0
                ? null
                : world.milestones
                        .find(wanted)
                        .filter(milestone -> world.reaches(milestone.home(), home))
                        .map(Milestone::id)
                        .orElse(null);
    }

    private List<Long> assignees(List<Long> now, Fields fields) {
        if (!fields.has("assignee_ids") && !fields.has("assignee_id")) {
            return now;
        }
        return people(
                fields.has("assignee_ids")
                        ? fields.ids("assignee_ids")
                        : fields.ids("assignee_id"));
    }

    List<Long> people(List<Long> ids) {
        return ids.stream().filter(id -> world.users.find(id).isPresent()).distinct().toList();
    }

    private static String checked(String title) {
        if (title.isBlank()) {
            throw Refusal.field("title", "can't be blank");
        }
        if (title.length() > TITLE_LIMIT) {
            throw Refusal.field("title", "is too long (maximum is 255 characters)");
        }
        return title;
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
