package dev.pavior.sandbox.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The labels of a world, and which of them an item may carry. */
public final class LabelBook {

    private final World world;

    public LabelBook(World world) {
        this.world = world;
    }

    public List<Label> usableIn(Project project) {
        return world.labels.stream().filter(label -> label.home().reaches(project)).toList();
    }

    public List<Label> of(Home home) {
        return world.labels.stream().filter(label -> label.home().equals(home)).toList();
    }

    public List<Label> of(Item item) {
        return ofIds(item.labels());
    }

    /** The labels that still exist; a deleted one has left its items. */
    public List<Label> ofIds(List<Long> ids) {
        return ids.stream().map(world.labels::find).flatMap(Optional::stream).toList();
    }

    public Optional<Label> find(Project project, String title) {
        return world.labels.first(
                label -> label.title().equals(title) && label.home().reaches(project));
    }

    /** What an edit leaves of an item's labels; titles nobody knows yet become project labels. */
    List<Long> edited(Project project, List<Long> now, Fields fields, Deed deed) {
        var kept =
                fields.has("labels")
                        ? findOrCreate(project, fields.names("labels"), deed)
                        : ofIds(now);
        var added = findOrCreate(project, fields.names("add_labels"), deed);
        var removed =
                fields.names("remove_labels").stream()
                        .map(title -> find(project, title))
                        .flatMap(Optional::stream)
                        .toList();
        return ScopedLabels.after(kept, added, removed).stream().map(Label::id).toList();
    }

    private List<Label> findOrCreate(Project project, List<String> titles, Deed deed) {
        var found = new ArrayList<Label>();
        for (String title : titles) {
            found.add(find(project, title).orElseGet(() -> createInPassing(project, title, deed)));
        }
        return found;
    }

    private Label createInPassing(Project project, String title, Deed deed) {
        return world.labels.put(
                new Label(
                        world.labels.nextId(),
                        Home.project(project.id()),
                        title,
                        Label.DEFAULT_COLOR,
                        null,
                        null,
                        deed.at(),
                        deed.at()));
    }
}
