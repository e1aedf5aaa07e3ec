package dev.pavior.local.connect.check;

import dev.pavior.local.connect.check.Reply.Answered;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out whether a GitLab can be read with a token, and how much there is to read. */
public final class PreCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Target target;
    private final TokenFile token;
    private final Asking asking;
    private final Refusals refusals;
    private final Clock clock;

    /**
     * A check of one target.
     *
     * @param environment looks a variable of the caller up, null where unset
     */
    public PreCheck(
            Target target,
            TokenFile token,
            UnaryOperator<@Nullable String> environment,
            Clock clock) {
        this(target, token, new Asking(target, token, environment, PATIENCE), clock);
    }

    PreCheck(Target target, TokenFile token, Asking asking, Clock clock) {
        this.target = target;
        this.token = token;
        this.asking = asking;
        this.refusals = new Refusals(target, token);
        this.clock = clock;
    }

    /**
     * Asks what must be known before anything is started.
     *
     * @throws ConnectRefusal at the first thing that is amiss
     */
    public Admission run() {
        var version = version();
        var bearer = bearer();
        var places = places(bearer);
        return new Admission(
                version, bearer, places, new Warnings(target, token, clock).about(bearer, places));
    }

    private String version() {
        var answer = answered(asking.get("/version"));
        if (answer.isGood() && !answer.text("version").isBlank()) {
            return answer.text("version");
        }
        throw refusals.noGitLab(answer);
    }

    private Bearer bearer() {
        // Tokens of applications, and old GitLabs, do not tell their scopes.
        var self = answered(asking.get("/personal_access_tokens/self"));
        var user = answered(asking.get("/user"));
        if (!user.isGood()) {
            throw refusals.refused(user);
        }
        var bearer = Bearer.of(user, self);
        if (!bearer.mayRead()) {
            throw new ConnectRefusal(
                    "the token in %s has the scopes %s: make one with the scope read_api"
                            .formatted(token.path(), String.join(", ", bearer.scopes())));
        }
        return bearer;
    }

    private List<Place> places(Bearer bearer) {
        var check = new PlaceCheck(asking, refusals, bearer);
        return Stream.concat(
                        target.groups().stream().map(check::group),
                        target.projects().stream().map(check::project))
                .toList();
    }

    static Answered answered(Reply reply) {
        return switch (reply) {
            case Answered answer -> answer;
            case Reply.Nothing(String why) -> throw new ConnectRefusal(why);
        };
    }
}
