package dev.pavior.intake.gitlab;

import dev.pavior.intake.gitlab.Answer.Found;
import dev.pavior.intake.gitlab.Answer.Rejected;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and changes the hooks of projects and groups, within the budget that reading has.
 *
 * <p>A request that writes is never repeated here: whether it came through shows only in the list.
 */
public final class GitLabHooks implements AutoCloseable {

    /** GitLab lets a project have a hundred hooks and a group fifty. */
    private static final int PAGES = 3;

    private static final int ROWS = 100;
    private static final JsonMapper JSON = Bodies.mapper();

    private final Wire wire;
    private final HookWire hooks;
    private final Asking asking;

    /**
     * A client of one GitLab; nothing is asked yet.
     *
     * @param source where it is, with the token that may change hooks
     * @param budget what the reader of the same GitLab may ask, since both share its limit
     */
    public GitLabHooks(GitLabSource source, Budget budget, MeterRegistry registry, Clock clock) {
        var token = new ReadToken(source, clock);
        this.wire = new Wire(source);
        this.hooks = new HookWire(wire);
        this.asking =
                new Asking(
                        source,
                        budget,
                        token,
                        Backoff.usual(),
                        new Counters(source, "hooks", registry),
                        clock);
        Counters.watch(source, "hooks", registry, token::isRefused);
    }

    /** All hooks that belong to the container itself. */
    public Answer<List<JsonNode>> all(Container container) {
        var rows = new ArrayList<JsonNode>();
        var next = HookPath.all(container).with("per_page", ROWS);
        for (int page = 0; page < PAGES; page++) {
            switch (list(next)) {
                case Found<Page>(var found) when found.next() != null -> {
                    rows.addAll(found.rows());
                    next = new HookPath(found.next());
                }
                case Answer<Page> last -> {
                    return last.map(found -> joined(rows, found.rows()));
                }
            }
        }
        return new Found<>(rows);
    }

    /** The newest deliveries of a hook, newest first; all of them or those of one status. */
    public Answer<Page> events(Container container, long hook, String status) {
        var path = HookPath.all(container).hook(hook).events().with("per_page", ROWS);
        return list(status.isEmpty() ? path : path.with("status", status));
    }

    public Answer<JsonNode> create(Container container, Map<String, Object> form) {
        return post(HookPath.all(container), form);
    }

    /** Changes what the form names; the rest stays as it is. */
    public Answer<JsonNode> change(Container container, long hook, Map<String, Object> form) {
        var path = HookPath.all(container).hook(hook);
        var body = bytes(form);
        return asking.askOnce(token -> hooks.put(path, body, token)).map(Bodies.Read::body);
    }

    /** Has GitLab deliver a made-up event of that kind. */
    public Answer<JsonNode> test(Container container, long hook, String trigger) {
        return post(HookPath.all(container).hook(hook).test(trigger), Map.of());
    }

    /** Has GitLab deliver once more what it logged. */
    public Answer<JsonNode> resend(Container container, long hook, long event) {
        return post(HookPath.all(container).hook(hook).events().resend(event), Map.of());
    }

    /** What GitLab says of the token itself. */
    public Answer<JsonNode> ownToken() {
        return asking.ask(token -> wire.get(new ApiPath("/personal_access_tokens/self"), token))
                .map(Bodies.Read::body);
    }

    private Answer<JsonNode> post(HookPath path, Map<String, Object> form) {
        var body = bytes(form);
        return asking.askOnce(token -> hooks.post(path, body, token)).map(Bodies.Read::body);
    }

    private Answer<Page> list(HookPath path) {
        return switch (asking.ask(token -> wire.get(path.path(), token))) {
            case Found<Bodies.Read>(var read) when !read.body().isArray() ->
                    new Rejected<>(read.reply().status(), "a list was expected");
            case Answer<Bodies.Read> other -> other.map(Page::of);
        };
    }

    private static List<JsonNode> joined(List<JsonNode> rows, List<JsonNode> more) {
        rows.addAll(more);
        return List.copyOf(rows);
    }

    private static byte[] bytes(Map<String, Object> form) {
        try {
            return JSON.writeValueAsBytes(form);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a form cannot be written", e);
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
