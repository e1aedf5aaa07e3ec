package dev.pavior.local.connect.check;

import dev.pavior.local.connect.check.Reply.Answered;
import java.util.Locale;
import java.util.Set;

/** What an answer that is no help means, in one line each. */
record Refusals(Target target, TokenFile token) {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Of the first question, whose answer only a GitLab gives. */
    ConnectRefusal noGitLab(Answered answer) {
        if (REDIRECTS.contains(answer.status())) {
            return redirect(answer.header("location").orElse(""));
        }
        return answer.json().isPresent() && answer.status() != 404 && !answer.isGood()
                ? refused(answer)
                : by(answer);
    }

    /** Of any later question. */
    ConnectRefusal refused(Answered answer) {
        return switch (answer.status()) {
            case 401 -> unknownToken(answer.words().toLowerCase(Locale.ROOT));
            case 403 -> forbidden(answer);
            default -> by(answer);
        };
    }

    private ConnectRefusal by(Answered answer) {
        int status = answer.status();
        if (status == 407) {
            return says("the proxy wants a login (407): ask its owner how Java programs pass it");
        }
        if (status == 429) {
            return says(
                    "%s limits us now (429): try again in %s seconds"
                            .formatted(target.host(), answer.header("retry-after").orElse("60")));
        }
        if (status >= 500) {
            return says("%s is not well (%d): try again later".formatted(target.host(), status));
        }
        return says(
                ("no GitLab answers at %s (%d): give the address of the GitLab alone,"
                                + " such as https://gitlab.example.com")
                        .formatted(target.url(), status));
    }

    private ConnectRefusal redirect(String location) {
        var elsewhere = location.replaceAll("/api/v4/.*$", "");
        return elsewhere.equals(location) || elsewhere.isEmpty()
                ? says(
                        ("%s sends us to a page, not to its API: a login stands before it, or it is"
                                        + " no GitLab")
                                .formatted(target.url()))
                : says("%s sends us to %s: use that address".formatted(target.url(), elsewhere));
    }

    private ConnectRefusal unknownToken(String words) {
        if (words.contains("expired")) {
            return says("the token in %s has expired: make a new one".formatted(token.path()));
        }
        if (words.contains("revoked")) {
            return says("the token in %s was revoked: make a new one".formatted(token.path()));
        }
        return says(
                "%s does not know the token in %s (401): is it whole, and made there?"
                        .formatted(target.host(), token.path()));
    }

    private ConnectRefusal forbidden(Answered answer) {
        return answer.text("error").equals("insufficient_scope")
                ? says(
                        "the token in %s may not read the API: make one with the scope read_api"
                                .formatted(token.path()))
                : says(
                        "%s forbids it (403 %s): is your address blocked, or the account?"
                                .formatted(target.host(), answer.words()));
    }

    private static ConnectRefusal says(String words) {
        return new ConnectRefusal(words);
    }
}
