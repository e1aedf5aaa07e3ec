package dev.pavior.intake.gitlab;

import dev.pavior.intake.gitlab.Answer.Found;
import dev.pavior.intake.gitlab.Answer.Rejected;
import dev.pavior.intake.gitlab.Answer.TooLarge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one GitLab. It has no way to write: it gets, and it sends {@link Query queries}.
 *
 * <p>Callers block, while GitLab is away as long as the source's patience; they should be virtual
 * threads, and an interrupt ends their waiting with a {@link StoppedException}.
 */
public final class GitLab implements AutoCloseable {

    private static final JsonMapper JSON = Bodies.mapper();

    private final GitLabSource source;
    private final Wire wire;
    private final Asking asking;
    private final Budget budget;
    private final ReadToken token;

    /** A client of one GitLab; nothing is asked yet. */
    public GitLab(GitLabSource source, MeterRegistry registry, Clock clock) {
        this.source = source;
        this.wire = new Wire(source);
        this.budget = new Budget(source, clock);
        this.token = new ReadToken(source, clock);
        this.asking =
                new Asking(
                        source,
                        budget,
                        token,
                        Backoff.usual(),
                        new Counters(source, "read", registry),
                        clock);
        Counters.watch(source, "read", registry, token::isRefused);
        Counters.watch(source, registry, budget);
    }

    /** The source that is read. */
    public GitLabSource source() {
        return source;
    }

    /** How much is asked of it. */
    public Budget budget() {
        return budget;
    }

    /** One resource. */
    public Answer<JsonNode> get(ApiPath path) {
        return fetch(path).map(Bodies.Read::body);
    }

    /** One page of a list, or as much of it as fits an answer: its next one begins behind that. */
    public Answer<Page> page(ApiPath path) {
        var answer = whole(path);
        var less = Portion.less(path);
        while (answer instanceof TooLarge && less.isPresent()) {
            answer = whole(less.get());
            less = Portion.less(less.get());
        }
        return answer.map(page -> page.followedBy(Portion.most(page.next())));
    }

    private Answer<Page> whole(ApiPath path) {
        return switch (fetch(path)) {
            case Found<Bodies.Read>(var read) when !read.body().isArray() ->
                    new Rejected<>(read.reply().status(), "a list was expected");
            case Answer<Bodies.Read> other -> other.map(Page::of);
        };
    }

    /** What a query finds; the errors of its fields make it rejected as a whole. */
    public Answer<JsonNode> ask(Query query) {
        var document = document(query);
        return switch (asking.ask(token -> wire.query(document, token))) {
            case Found<Bodies.Read>(var read) -> data(read.body());
            case Answer<Bodies.Read> other -> other.map(Bodies.Read::body);
        };
    }

    private Answer<Bodies.Read> fetch(ApiPath path) {
        return asking.ask(token -> wire.get(path, token));
    }

    private static byte[] document(Query query) {
        try {
            return JSON.writeValueAsBytes(
                    Map.of("query", query.text(), "variables", query.variables()));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a variable cannot be written", e);
        }
    }

    private static Answer<JsonNode> data(JsonNode body) {
        var errors = body.path("errors");
        if (errors.isArray() && !errors.isEmpty()) {
            return new Rejected<>(200, errors.path(0).path("message").asString("an error"));
        }
        return body.path("data").isObject()
                ? new Found<>(body.path("data"))
                : new Rejected<>(200, "no data");
    }

    @Override
    public void close() {
        wire.close();
    }
}
