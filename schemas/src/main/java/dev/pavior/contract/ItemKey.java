package dev.pavior.contract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one name of a work item: the key of its records and the path of its resources.
 *
 * @param host host of the GitLab instance, with the port where it is not the usual one
 * @param container what holds the item: a project, or for an epic a group
 * @param containerId GitLab's id of that project or group
 * @param kind what sort of item
 * @param iid number of the item within its container, at least 1
 */
public record ItemKey(String host, Container container, long containerId, Kind kind, long iid) {

    /** What holds an item. */
    public enum Container {
        PROJECT,
        GROUP
    }

    /** What sort of work item a key names. */
    public enum Kind {
        ISSUE,
        MERGE_REQUEST,
        EPIC;

        /** The word that stands for this kind in keys and paths. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-\\[\\]:]{1,255}");

    public ItemKey {
        if (!isHost(host)) {
            throw new IllegalArgumentException("not a host: \"" + host + "\"");
        }
        if (containerId < 1 || iid < 1) {
            throw new IllegalArgumentException("ids of an item start at 1");
        }
        if ((kind == Kind.EPIC) != (container == Container.GROUP)) {
            throw new IllegalArgumentException("an epic belongs to a group, all else to a project");
        }
    }

    /** Names an issue, incident, task or other work item of a project. */
    public static ItemKey issue(String host, long projectId, long iid) {
        return new ItemKey(host, Container.PROJECT, projectId, Kind.ISSUE, iid);
    }

    /** Names a merge request by its target project. */
    public static ItemKey mergeRequest(String host, long projectId, long iid) {
        return new ItemKey(host, Container.PROJECT, projectId, Kind.MERGE_REQUEST, iid);
    }

    /** Names an epic of a group. */
    public static ItemKey epic(String host, long groupId, long iid) {
        return new ItemKey(host, Container.GROUP, groupId, Kind.EPIC, iid);
    }

    /** Whether the text can stand as the host part of a key. */
    public static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    /**
     * Reads a key as {@link #toString()} writes it.
     *
     * @throws IllegalArgumentException where the text is not an item key
     */
    public static ItemKey parse(String text) {
        try {
            var key = fromParts(List.of(text.split("/", -1)));
            // A number parser also takes +1, 01 and foreign digits; an item has one name only.
            if (key.toString().equals(text)) {
                return key;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not an item key: \"" + text + "\"", e);
        }
        throw new IllegalArgumentException("not an item key: \"" + text + "\"");
    }

    private static ItemKey fromParts(List<String> parts) {
        if (parts.size() == 5 && parts.get(1).equals("groups") && parts.get(3).equals("epic")) {
            return epic(parts.get(0), Long.parseLong(parts.get(2)), Long.parseLong(parts.get(4)));
        }
        if (parts.size() == 4 && parts.get(2).equals("issue")) {
            return issue(parts.get(0), Long.parseLong(parts.get(1)), Long.parseLong(parts.get(3)));
        }
        if (parts.size() == 4 && parts.get(2).equals("merge_request")) {
            return mergeRequest(
                    parts.get(0), Long.parseLong(parts.get(1)), Long.parseLong(parts.get(3)));
        }
        throw new IllegalArgumentException("not an item key: \"" + String.join("/", parts) + "\"");
    }

    @Override
    public String toString() {
        var holder = container == Container.GROUP ? "groups/" + containerId : "" + containerId;
        return host + "/" + holder + "/" + kind.word() + "/" + iid;
    }
}
