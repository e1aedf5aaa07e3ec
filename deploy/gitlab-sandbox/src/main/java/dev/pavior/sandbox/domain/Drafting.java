package dev.pavior.sandbox.domain;

import java.util.List;
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

    Core created(long id, long iid, Project project, Fields fields, Deed deed) {
        String title = checked(fields.required("title"));
        var text = new Text(title, fields.text("description"), null, null);
        var plan = planned(Plan.NONE, project, fields, deed);
        var at = deed.by().admin() ? orElse(fields.time("created_at"), deed.at()) : deed.at();
        return new Core(
                id, iid, project.id(), deed.by().id(), at, text, Standing.OPEN, plan, at, null);
    }

    Core updated(Core now, Project project, Fields fields, Deed deed) {
        String title = fields.has("title") ? checked(fields.text("title", "")) : now.text().title();
        String body =
                fields.has("description") ? fields.text("description") : now.text().description();
        var text = now.text().reworded(title, body, deed.by().id(), deed.at());
        var plan = planned(now.plan(), project, fields, deed);
        return now.moved(text, now.standing(), plan, deed.by().id(), deed.at());
    }

    private Plan planned(Plan now, Project project, Fields fields, Deed deed) {
        return new Plan(
                labels.edited(project, now.labels(), fields, deed),
                milestone(now.milestone(), project, fields),
                assignees(now.assignees(), fields));
    }

    /** A milestone that the project cannot see counts as none, as in GitLab. */
    private @Nullable Long milestone(@Nullable Long now, Project project, Fields fields) {
        if (!fields.has("milestone_id")) {
            return now;
        }
        Long wanted = fields.id("milestone_id");
        return wanted == null || wanted == 0
                ? null
                : world.milestones
                        .find(wanted)
                        .filter(milestone -> milestone.home().reaches(project))
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
