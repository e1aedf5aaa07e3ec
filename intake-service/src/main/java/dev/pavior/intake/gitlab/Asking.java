package dev.pavior.intake.gitlab;

import dev.pavior.intake.gitlab.Answer.Forbidden;
import dev.pavior.intake.gitlab.Answer.Found;
import dev.pavior.intake.gitlab.Answer.NotFound;
import dev.pavior.intake.gitlab.Answer.Refused;
import dev.pavior.intake.gitlab.Answer.Rejected;
import dev.pavior.intake.gitlab.Answer.TooLarge;
import dev.pavior.intake.gitlab.Answer.Unavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one question, when its turn comes, again and again until it is answered or patience ends.
 */
final class Asking {

    private static final Logger log = LoggerFactory.getLogger(Asking.class);

    private final GitLabSource source;
    private final Budget budget;
    private final ReadToken tokens;
    private final Backoff backoff;
    private final Counters counters;
    private final Clock clock;

    Asking(
            GitLabSource source,
            Budget budget,
            ReadToken tokens,
            Backoff backoff,
            Counters counters,
            Clock clock) {
        this.source = source;
        this.budget = budget;
        this.tokens = tokens;
        this.backoff = backoff;
        this.counters = counters;
        this.clock = clock;
    }

    /** One request. */
    interface Question {
        Reply put(String token) throws IOException;
    }

    Answer<Bodies.Read> ask(Question question) {
        var deadline = clock.instant().plus(source.patience());
        for (int failures = 1; ; failures++) {
            var answer = once(question, failures);
            counters.ended(answer.word());
            if (!(answer instanceof Unavailable<Bodies.Read> later)
                    || clock.instant().plus(later.retryAfter()).isAfter(deadline)) {
                return answer;
            }
            rest(later.retryAfter());
        }
    }

    /** Asks without repeating what may have come through. */
    Answer<Bodies.Read> askOnce(Question question) {
        var answer = once(question, 1);
        counters.ended(answer.word());
        return answer;
    }

    private Answer<Bodies.Read> once(Question question, int failures) {
        var token = tokens.usable();
        if (token == null) {
            return new Refused<>();
        }
        var paused = budget.paused();
        if (paused.compareTo(source.patience()) > 0) {
            return new Unavailable<>(paused, "GitLab asked to be left alone");
        }
        rest(budget.turn());
        try {
            return judge(question.put(token), token, failures);
        } catch (IOException e) {
            return e.getMessage() != null && e.getMessage().contains("exceed")
                    ? new TooLarge<>()
                    : new Unavailable<>(backoff.after(failures), reason(e));
        }
    }

    private Answer<Bodies.Read> judge(Reply reply, String token, int failures) {
        budget.learn(reply.told());
        budget.count(reply.status() == 403);
        if (reply.status() == 401) {
            return refused(token);
        }
        tokens.accept();
        if (reply.isLater()) {
            return later(reply, failures);
        }
        if (reply.isGood()) {
            var body = Bodies.read(reply);
            return body.isMissingNode()
                    ? new Unavailable<>(backoff.after(failures), "the answer is not JSON")
                    : new Found<>(new Bodies.Read(reply, body));
        }
        return switch (reply.status()) {
            case 403 -> new Forbidden<>();
            case 404, 410 -> new NotFound<>();
            default -> new Rejected<>(reply.status(), "GitLab answers " + reply.status());
        };
    }

    private Answer<Bodies.Read> refused(String token) {
        tokens.refuse(token);
        log.atError()
                .addKeyValue("source", source.name())
                .addKeyValue("token", counters.token())
                .log("GitLab refuses a token: nothing is asked with it until it is replaced");
        return new Refused<>();
    }

    private Answer<Bodies.Read> later(Reply reply, int failures) {
        var wait = longer(reply.retryAfter(clock.instant()), backoff.after(failures));
        if (reply.status() == 429) {
            budget.throttle(wait);
        }
        return new Unavailable<>(wait, "GitLab answers " + reply.status());
    }

    private static Duration longer(@Nullable Duration told, Duration own) {
        return told == null || told.compareTo(own) < 0 ? own : told;
    }

    private static String reason(IOException e) {
        return "GitLab cannot be reached: " + e.getClass().getSimpleName();
    }

    private static void rest(Duration wait) {
        if (Thread.interrupted()) {
            throw new StoppedException();
        }
        if (!wait.isPositive()) {
            return;
        }
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }
}
