package dev.pavior.intake.gitlab;

import dev.pavior.contract.ItemKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * One GitLab that is read.
 *
 * @param name name in records and metrics, the same as that of its hooks
 * @param url base URL; empty for none
 * @param host host in the keys of its items, as its hooks name it; empty for that of the URL
 * @param token token with the scope read_api
 * @param tokenFile file with the token instead, read again when GitLab refuses the old one
 * @param groups full paths or ids of the groups that are read, with all that is in them
 * @param projects full paths or ids of further projects
 * @param share the part of GitLab's rate limit that reading may use, above 0 and at most 1
 * @param requestsPerMinute how much is asked of a GitLab that does not tell its limit
 * @param connectTimeout how long connecting may take
 * @param responseTimeout how long an answer may take
 * @param patience how long one question is asked again while GitLab is away
 * @param maxResponse largest answer that is read
 */
public record GitLabSource(
        String name,
        @DefaultValue("") String url,
        @DefaultValue("") String host,
        @DefaultValue("") String token,
        @DefaultValue("") String tokenFile,
        @DefaultValue List<String> groups,
        @DefaultValue List<String> projects,
        @DefaultValue("0.5") double share,
        @DefaultValue("600") int requestsPerMinute,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("20s") Duration responseTimeout,
        @DefaultValue("2m") Duration patience,
        @DefaultValue("16MB") DataSize maxResponse) {

    public GitLabSource {
        groups = groups.stream().filter(group -> !group.isBlank()).toList();
        projects = projects.stream().filter(project -> !project.isBlank()).toList();
        if (!url.isBlank()) {
            require(isWeb(url), name + ": the URL must be http(s)://host");
            require(!token.isBlank() || !tokenFile.isBlank(), name + ": a URL needs a read token");
        }
        require(host.isBlank() || ItemKey.isHost(host), name + ": the host must be host[:port]");
        require(share > 0 && share <= 1, name + ": the share must be above 0 and at most 1");
        require(requestsPerMinute > 0, name + ": requests per minute must be above 0");
    }

    /** Whether there is anything to read. */
    public boolean isOn() {
        return !url.isBlank();
    }

    /** The host as item keys have it: with the port where it is not the usual one. */
    @Override
    public String host() {
        return (host.isBlank() ? hostOfUrl() : host).toLowerCase(Locale.ROOT);
    }

    private String hostOfUrl() {
        var uri = URI.create(url);
        int usual = "https".equals(uri.getScheme()) ? 443 : 80;
        var port = uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return uri.getHost() + port;
    }

    /** The same GitLab, asked with another token. */
    public GitLabSource with(String otherToken, String otherFile) {
        return new GitLabSource(
                name,
                url,
                host,
                otherToken,
                otherFile,
                groups,
                projects,
                share,
                requestsPerMinute,
                connectTimeout,
                responseTimeout,
                patience,
                maxResponse);
    }

    String baseUrl() {
        return url.replaceAll("/+$", "");
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "GitLabSource[" + name + ", " + url + "]";
    }

    private static boolean isWeb(String url) {
        var uri = URI.create(url);
        return uri.getHost() != null
                && uri.getUserInfo() == null
                && Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
