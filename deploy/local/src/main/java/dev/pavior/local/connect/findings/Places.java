package dev.pavior.local.connect.findings;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.ItemKey.Container;
import java.util.HashMap;
import java.util.Map;

/** The full paths of projects and groups, by which people know them. */
public final class Places {

    private record Place(Container what, long id) {}

    private final Map<Place, String> paths = new HashMap<>();

    /** Adds a place; the newest path counts. */
    public void put(Container what, long id, String path) {
        paths.put(new Place(what, id), path);
    }

    /** The path of a place, or how it is named without one. */
    public String of(Container what, long id) {
        var word = what == Container.GROUP ? "group " : "project ";
        return paths.getOrDefault(new Place(what, id), word + id);
    }

    boolean knowsProject(long id) {
        return paths.containsKey(new Place(Container.PROJECT, id));
    }

    /** An item as people refer to it, such as {@code group/project#12}. */
    public String reference(ItemKey key) {
        var sign =
                switch (key.kind()) {
                    case ISSUE -> "#";
                    case MERGE_REQUEST -> "!";
                    case EPIC -> "&";
                };
        return of(key.container(), key.containerId()) + sign + key.iid();
    }
}
