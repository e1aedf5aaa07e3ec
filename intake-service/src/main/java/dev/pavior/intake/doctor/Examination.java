package dev.pavior.intake.doctor;

import dev.pavior.intake.doctor.Finding.Hidden;
import dev.pavior.intake.doctor.Finding.Missing;
import dev.pavior.intake.doctor.Finding.Present;
import dev.pavior.intake.gitlab.Answer;
import dev.pavior.intake.gitlab.Answer.Forbidden;
import dev.pavior.intake.gitlab.Answer.Found;
import dev.pavior.intake.gitlab.Answer.NotFound;
import dev.pavior.intake.gitlab.Answer.Refused;
import dev.pavior.intake.gitlab.Answer.Rejected;
import dev.pavior.intake.gitlab.Answer.TooLarge;
import dev.pavior.intake.gitlab.Answer.Unavailable;
import dev.pavior.intake.gitlab.Container;
import dev.pavior.intake.gitlab.GitLabHooks;
import dev.pavior.intake.gitlab.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Looks at the hooks of a container for the one that delivers to us.
 *
 * @param url where ours delivers to; all others are somebody else's
 */
record Examination(GitLabHooks hooks, String url) {

    /** All that is asked for: what there is of late, and failures from longer ago. */
    private static final List<String> STATUSES =
            List.of("", "successful", "client_failure", "server_failure");

    /** What is found; empty while GitLab does not answer. */
    Optional<Finding> look(Container container, LogNeed wanted) {
        return switch (hooks.all(container)) {
            case Found<List<JsonNode>>(var rows) -> found(container, rows, wanted);
            case NotFound<List<JsonNode>> n -> Optional.of(new Hidden());
            case Forbidden<List<JsonNode>> f -> Optional.of(new Hidden());
            case Rejected<List<JsonNode>> r -> Optional.of(new Hidden());
            case TooLarge<List<JsonNode>> t -> Optional.of(new Hidden());
            case Unavailable<List<JsonNode>> u -> Optional.empty();
            case Refused<List<JsonNode>> r -> Optional.empty();
        };
    }

    /** Whether the log of a hook is to be looked at too. */
    interface LogNeed {
        boolean test(Hook hook);
    }

    private Optional<Finding> found(Container container, List<JsonNode> rows, LogNeed wanted) {
        var ours =
                rows.stream()
                        .map(HookReading::hook)
                        .filter(hook -> isSame(hook.url(), url))
                        .min(Comparator.comparingLong(Hook::id));
        if (ours.isEmpty()) {
            return Optional.of(new Missing());
        }
        var hook = ours.get();
        var log = wanted.test(hook) ? log(container, hook) : null;
        return Optional.of(new Present(hook, Needs.missing(container.kind(), hook), log));
    }

    /** The log; null where this GitLab has none to show, or not now. */
    private @Nullable HookLog log(Container container, Hook hook) {
        var tries = new ArrayList<Tried>();
        for (var status : STATUSES) {
            Answer<Page> answer = hooks.events(container, hook.id(), status);
            if (!(answer instanceof Found<Page>(var page))) {
                return null;
            }
            page.rows().stream().map(HookReading::tried).forEach(tries::add);
        }
        return HookLog.of(tries);
    }

    static boolean isSame(String one, String other) {
        return normal(one).equals(normal(other));
    }

    /** Without what does not make an address another one. */
    private static String normal(String url) {
        try {
            var uri = URI.create(url.strip());
            var host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            int usual = "https".equals(scheme) ? 443 : 80;
            var port = uri.getPort() == -1 ? usual : uri.getPort();
            var path = String.valueOf(uri.getRawPath()).replaceAll("/+$", "");
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return scheme + "://" + host + ":" + port + path + query;
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
