package dev.pavior.local.connect.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which GitLab is looked at, and what of it.
 *
 * @param url its address, without a slash at the end
 * @param groups full paths or ids of groups
 * @param projects full paths or ids of further projects
 */
public record Target(URI url, List<String> groups, List<String> projects) {

    private static final int LONGEST = 120;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Target {
        groups = List.copyOf(groups);
        projects = List.copyOf(projects);
    }

    /**
     * The target as somebody typed it.
     *
     * @throws ConnectRefusal where that is no address, or nothing of it was named
     */
    public static Target of(String url, List<String> groups, List<String> projects) {
        if (groups.isEmpty() && projects.isEmpty()) {
            throw new ConnectRefusal("say what to read: --group or --project, with its full path");
        }
        return new Target(address(url), trimmed(groups), trimmed(projects));
    }

    /** The host as item keys have it: with the port where it is not the usual one. */
    public String host() {
        int usual = isPlain() ? 80 : 443;
        return url.getPort() == -1 || url.getPort() == usual
                ? url.getHost()
                : url.getHost() + ":" + url.getPort();
    }

    /** A folder for what is read of it, which no other target has; harmless in any setting. */
    public String folder() {
        var all =
                String.join("@", groups)
                        + (projects.isEmpty() ? "" : "@@" + String.join("@", projects));
        var name = (host() + "/" + all.replace('/', '+')).toLowerCase(Locale.ROOT);
        var harmless = name.replaceAll("[^a-z0-9+@._/-]", "+");
        return harmless.length() <= LONGEST
                ? harmless
                : harmless.substring(0, LONGEST) + "-" + Integer.toHexString(name.hashCode());
    }

    /** Whether the token would travel where others may read it. */
    boolean isOpenToListeners() {
        return isPlain() && !LOOPBACK.contains(url.getHost());
    }

    private boolean isPlain() {
        return "http".equals(url.getScheme());
    }

    private static URI address(String said) {
        try {
            var uri = new URI(said.strip().replaceAll("(/api/v4)?/*$", ""));
            if (uri.getUserInfo() != null) {
                throw new ConnectRefusal("the token belongs into its file, not into the address");
            }
            if (isWeb(uri) && uri.getQuery() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new ConnectRefusal(noAddress(said), e);
        }
        throw new ConnectRefusal(noAddress(said));
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null && Set.of("http", "https").contains("" + uri.getScheme());
    }

    private static String noAddress(String said) {
        return "\"%s\" is no address; it should look like https://gitlab.example.com"
                .formatted(said);
    }

    private static List<String> trimmed(List<String> paths) {
        return paths.stream().map(path -> path.strip().replaceAll("^/+|/+$", "")).toList();
    }
}
