package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The calls on labels. */
final class LabelCalls {

    private static final Pattern COLOR = Pattern.compile("#(\\p{XDigit}{3}|\\p{XDigit}{6})");

    private final Desk desk;

    LabelCalls(Desk desk) {
        this.desk = desk;
    }

    Answer listOfProject(Call call) {
        var project = desk.places().project(call);
        boolean ancestors = call.fields().flag("include_ancestor_groups", true);
        var labels =
                ancestors
                        ? desk.office().labels().usableIn(project.home())
                        : desk.office().labels().of(Home.project(project.id()));
        return list(call, labels, true);
    }

    Answer listOfGroup(Call call) {
        var home = desk.places().groupHome(call);
        boolean ancestors = call.fields().flag("include_ancestor_groups", true);
        var labels = desk.office().labels();
        return list(call, ancestors ? labels.usableIn(home) : labels.of(home), false);
    }

    Answer getOfProject(Call call) {
        return Answer.ok(shape(call, ofProject(call)));
    }

    Answer getOfGroup(Call call) {
        return Answer.ok(shape(call, ofGroup(call)));
    }

    Answer createInProject(Call call) {
        return create(call, desk.places().projectHome(call));
    }

    Answer createInGroup(Call call) {
        return create(call, desk.places().groupHome(call));
    }

    Answer updateInProject(Call call) {
        return update(call, ownOfProject(call));
    }

    Answer updateInGroup(Call call) {
        return update(call, ofGroup(call));
    }

    Answer deleteInProject(Call call) {
        desk.office().labels().delete(ownOfProject(call));
        return Answer.gone();
    }

    Answer deleteInGroup(Call call) {
        desk.office().labels().delete(ofGroup(call));
        return Answer.gone();
    }

    private Answer list(Call call, List<Label> labels, boolean ofProject) {
        boolean counted = call.fields().flag("with_counts", false);
        String search = call.fields().text("search", "").toLowerCase(Locale.ROOT);
        var found =
                labels.stream()
                        .filter(label -> label.title().toLowerCase(Locale.ROOT).contains(search))
                        .sorted(Comparator.comparing(Label::title))
                        .toList();
        return Paging.answer(
                call,
                desk.links().instance(),
                found,
                label -> desk.planning().label(label, ofProject, counted));
    }

    private Object shape(Call call, Label label) {
        boolean inProject = call.request().path().startsWith("/api/v4/projects");
        return desk.planning().label(label, inProject, true);
    }

    private Answer create(Call call, Home home) {
        var fields = call.fields();
        String title = fields.required("name").strip();
        String color = color(fields.required("color"));
        refuseTwin(home, title);
        var label =
                new Label(
                        desk.world().labels.nextId(),
                        home,
                        title,
                        color,
                        fields.text("description"),
                        fields.integer("priority"),
                        call.at(),
                        call.at());
        return Answer.created(shape(call, desk.world().labels.put(label)));
    }

    private Answer update(Call call, Label now) {
        var fields = call.fields();
        if (!fields.hasAny(List.of("new_name", "color", "description", "priority"))) {
            throw Refusal.error(
                    400,
                    "new_name, color, description, priority are missing, at least one parameter"
                            + " must be provided");
        }
        return Answer.ok(shape(call, desk.world().labels.put(edited(now, fields, call))));
    }

    private Label edited(Label now, Fields fields, Call call) {
        String title = fields.text("new_name", now.title());
        if (!title.equals(now.title())) {
            refuseTwin(now.home(), title);
        }
        return new Label(
                now.id(),
                now.home(),
                title,
                fields.has("color") ? color(fields.text("color", "")) : now.color(),
                fields.has("description") ? fields.text("description") : now.description(),
                fields.has("priority") ? fields.integer("priority") : now.priority(),
                now.createdAt(),
                call.at());
    }

    private void refuseTwin(Home home, String title) {
        if (title.isBlank() || title.contains(",")) {
            throw Refusal.field("title", title.isBlank() ? "can't be blank" : "is invalid");
        }
        if (seenFrom(home).stream().anyMatch(l -> l.title().equals(title))) {
            throw Refusal.message(409, "Label already exists");
        }
    }

    /** A project may not have a label of its own that bears the title of its group's. */
    private List<Label> seenFrom(Home home) {
        var labels = desk.office().labels();
        return home.group() ? labels.of(home) : labels.usableIn(home);
    }

    private static String color(String color) {
        if (!COLOR.matcher(color).matches()) {
            throw Refusal.field("color", "must be a valid color code");
        }
        return color;
    }

    private Label ofProject(Call call) {
        return named(call, desk.office().labels().usableIn(desk.places().projectHome(call)));
    }

    /** A project shows its group's labels, but only the group can change them. */
    private Label ownOfProject(Call call) {
        return named(call, desk.office().labels().of(desk.places().projectHome(call)));
    }

    private Label ofGroup(Call call) {
        return named(call, desk.office().labels().of(desk.places().groupHome(call)));
    }

    private static Label named(Call call, List<Label> labels) {
        String name = call.path("name");
        return labels.stream()
                .filter(l -> l.title().equals(name) || String.valueOf(l.id()).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Label"));
    }
}
