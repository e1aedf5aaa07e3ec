package dev.pavior.local.trace;

import dev.pavior.contract.ItemKey;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of an item's page on GitLab, which names its project by path.
 *
 * @param host host of the instance, with the port where it is not the usual one
 * @param path full path of the project or group
 * @param kind what sort of item
 * @param iid its number there
 */
public record ItemAddress(String host, String path, ItemKey.Kind kind, long iid) {

    private static final Pattern PAGE =
            Pattern.compile(
                    "/(?:groups/)?(.+?)/-/(issues|work_items|merge_requests|epics)/(\\d{1,18})(?:/.*)?");

    /** Reads an address; empty where it is none of an item. */
    public static Optional<ItemAddress> parse(String url) {
        if (!url.matches("https?://[^\\s]+")) {
            return Optional.empty();
        }
        var address = URI.create(url);
        var page = PAGE.matcher(address.getPath());
        if (address.getHost() == null || !page.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new ItemAddress(
                        host(address),
                        page.group(1),
                        kind(page.group(2)),
                        Long.parseLong(page.group(3))));
    }

    /** The key of the entry that tells the id of this path. */
    public String catalogKey() {
        return host + "/path/" + path;
    }

    /** The item's key, once the id of its project or group is known. */
    public ItemKey key(long containerId) {
        return switch (kind) {
            case ISSUE -> ItemKey.issue(host, containerId, iid);
            case MERGE_REQUEST -> ItemKey.mergeRequest(host, containerId, iid);
            case EPIC -> ItemKey.epic(host, containerId, iid);
        };
    }

    private static ItemKey.Kind kind(String word) {
        return switch (word) {
            case "merge_requests" -> ItemKey.Kind.MERGE_REQUEST;
            case "epics" -> ItemKey.Kind.EPIC;
            default -> ItemKey.Kind.ISSUE;
        };
    }

    private static String host(URI address) {
        int usual = address.getScheme().equals("https") ? 443 : 80;
        var host = address.getHost().toLowerCase(Locale.ROOT);
        int port = address.getPort();
        return port == -1 || port == usual ? host : host + ":" + port;
    }
}
