package dev.pavior.local.command;

import dev.pavior.local.connect.check.Admission;
import dev.pavior.local.connect.check.Bearer;
import dev.pavior.local.connect.check.Place;
import dev.pavior.local.connect.check.Target;
import dev.pavior.local.topics.Printable;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Tells what the first look at a GitLab showed. */
record Greeting(Target target, Admission admission) {

    List<String> lines() {
        return Stream.of(
                        Stream.of(line("GitLab", target.url() + ", " + admission.version())),
                        Stream.of(line("Token", token(admission.bearer()))),
                        admission.places().stream().map(Greeting::place),
                        admission.warnings().stream().map(warning -> line("Note", warning)))
                .flatMap(lines -> lines)
                .map(Printable::line)
                .toList();
    }

    private static String token(Bearer bearer) {
        var scopes =
                bearer.scopes().isEmpty() ? "" : ", scope " + String.join(" ", bearer.scopes());
        return "of "
                + bearer.user()
                + scopes
                + bearer.expires().map(day -> ", until " + day).orElse("");
    }

    private static String place(Place place) {
        return line(
                place.what().equals("group") ? "Group" : "Project",
                "%s: %s projects, %s issues, %s merge requests"
                        .formatted(
                                place.path(),
                                count(place.projects()),
                                count(place.issues()),
                                count(place.mergeRequests())));
    }

    /** GitLab counts no further than ten thousand. */
    private static String count(OptionalLong count) {
        return count.isPresent()
                ? String.format(Locale.ROOT, "%,d", count.getAsLong())
                : "an unknown number of";
    }

    private static String line(String what, String words) {
        return "%-8s %s".formatted(what, words);
    }
}
