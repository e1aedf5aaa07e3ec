package dev.pavior.sandbox.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The labels of a world, and which of them an item may carry. */
public final class LabelBook {

    private final World world;

    public LabelBook(World world) {
        this.world = world;
    }

    public List<Label> usableIn(Home place) {
        return world.above(place).stream().flatMap(home -> of(home).stream()).toList();
    }

    public List<Label> of(Home home) {
        return List.copyOf(world.labelsByHome.of(home).values());
    }

    public List<Label> of(Item item) {
        return ofIds(item.labels());
    }

    /** The labels that still exist; a deleted one has left its items. */
    public List<Label> ofIds(List<Long> ids) {
        return ids.stream().map(world.labels::find).flatMap(Optional::stream).toList();
    }

    public Optional<Label> find(Home place, String title) {
        return world.above(place).stream()
                .map(home -> world.labelsByTitle.of(home).get(title))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** What an edit leaves of an item's labels; titles nobody knows yet become project labels. */
    List<Long> edited(Home place, List<Long> now, Fields fields, Deed deed) {
        var kept =
                fields.has("labels")
                        ? findOrCreate(place, fields.names("labels"), deed)
                        : ofIds(now);
        var added = findOrCreate(place, fields.names("add_labels"), deed);
        var removed =
                fields.names("remove_labels").stream()
                        .map(title -> find(place, title))
                        .flatMap(Optional::stream)
                        .toList();
        return ScopedLabels.after(kept, added, removed).stream().map(Label::id).toList();
    }

    private List<Label> findOrCreate(Home place, List<String> titles, Deed deed) {
        var found = new ArrayList<Label>();
        for (String title : titles) {
            found.add(find(place, title).orElseGet(() -> createInPassing(place, title, deed)));
        }
        return found;
    }

    /** Takes a label from the world and from all items, which hear nothing of it. */
    public void delete(Label label) {
        world.labels.remove(label);
        world.issues.all().stream().filter(i -> bears(i, label)).toList().forEach(this::strip);
        world.epics.all().stream().filter(e -> bears(e, label)).toList().forEach(this::strip);
        world.mergeRequests.all().stream()
                .filter(request -> bears(request, label))
                .toList()
                .forEach(this::strip);
    }

    private static boolean bears(Item item, Label label) {
        return item.labels().contains(label.id());
    }

    private void strip(Item item) {
        var left = ofIds(item.labels()).stream().map(Label::id).toList();
        var plan = item.core().plan().withLabels(left);
        world.replace(item.with(item.core().planned(plan)));
    }

    private Label createInPassing(Home place, String title, Deed deed) {
        return world.labels.put(
                new Label(
                        world.labels.nextId(),
                        place,
                        title,
                        Label.DEFAULT_COLOR,
                        null,
                        null,
                        deed.at(),
                        deed.at()));
    }
}
