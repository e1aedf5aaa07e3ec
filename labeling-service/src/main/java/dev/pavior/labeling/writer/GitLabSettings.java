package dev.pavior.labeling.writer;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which GitLab is edited, and how.
 *
 * @param url base URL of the GitLab instance; empty for none, which is a dry run
 * @param writeToken token with write scope; only this process has it
 * @param dryRun whether to say what would be done and make no call at all
 * @param createMissingLabels whether a label that GitLab lacks may be created by using it
 * @param connectTimeout how long connecting may take
 * @param responseTimeout how long an answer may take
 * @param creationTimeout how long the answer to the creation of an issue may take
 * @param requestTimeout how long GitLab may work on a request whose caller has gone
 * @param maxResponse largest answer that is read
 */
public record GitLabSettings(
        @DefaultValue("") String url,
        @DefaultValue("") Secret writeToken,
        @DefaultValue("false") boolean dryRun,
        @DefaultValue("false") boolean createMissingLabels,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration responseTimeout,
        @DefaultValue("30s") Duration creationTimeout,
        @DefaultValue("65s") Duration requestTimeout,
        @DefaultValue("4MB") DataSize maxResponse) {

    public GitLabSettings {
        if (!url.isBlank() && !isWeb(URI.create(url))) {
            throw new IllegalArgumentException("the GitLab URL must be http(s)://host: " + url);
        }
        if (!url.isBlank() && !dryRun && writeToken.isEmpty()) {
            throw new IllegalArgumentException(
                    "a GitLab URL without a write token: give the token, or ask for a dry run");
        }
    }

    /** How long after its beginning a creation that was not answered may still come true. */
    Duration creationDoubt() {
        return creationTimeout.plus(requestTimeout);
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null
                && uri.getUserInfo() == null
                && Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
    }

    /** Whether nothing may be written. */
    boolean isDry() {
        return dryRun || url.isBlank();
    }

    /** The host as item keys have it: with the port where it is not the usual one. */
    String host() {
        var uri = URI.create(url);
        var usual = "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getPort() == -1 || uri.getPort() == usual
                ? uri.getHost()
                : uri.getHost() + ":" + uri.getPort();
    }

    /** The host as item keys have it; empty where there is no GitLab. */
    public String hostIfAny() {
        return url.isBlank() ? "" : host();
    }
}
