package dev.pavior.local.connect.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.local.connect.check.Place.Role;
import dev.pavior.local.connect.check.Reply.Answered;
import java.net.URLEncoder;
import java.util.OptionalLong;

/** Looks whether a group or project is there for the bearer, and how much it has. */
record PlaceCheck(Asking asking, Refusals refusals, Bearer bearer) {

    private static final String ALL = "scope=all&state=all&per_page=1";

    Place group(String path) {
        var root = "/groups/" + encoded(path);
        var answer = found("group", path, root + "?with_projects=false");
        return new Place(
                "group",
                answer.text("full_path"),
                total(root + "/projects?include_subgroups=true&per_page=1"),
                total(root + "/issues?" + ALL),
                total(root + "/merge_requests?" + ALL),
                role(root));
    }

    Place project(String path) {
        var root = "/projects/" + encoded(path);
        var answer = found("project", path, root);
        return new Place(
                "project",
                answer.text("path_with_namespace"),
                OptionalLong.of(1),
                total(root + "/issues?" + ALL),
                total(root + "/merge_requests?" + ALL),
                role(root));
    }

    private Answered found(String what, String path, String address) {
        var answer = PreCheck.answered(asking.get(address));
        if (answer.isGood()) {
            return answer;
        }
        if (answer.status() != 404) {
            throw refusals.refused(answer);
        }
        throw new ConnectRefusal(
                "%s sees no %s \"%s\": check its full path, and that %1$s is at least Reporter there"
                        .formatted(bearer.user(), what, path));
    }

    /** How long a list is; empty where it is too long for GitLab to say, or switched off. */
    private OptionalLong total(String address) {
        var answer = PreCheck.answered(asking.get(address));
        return answer.isGood() ? answer.total() : OptionalLong.empty();
    }

    private Role role(String root) {
        var address = root + "/members/all?per_page=100&user_ids%5B%5D=" + bearer.userId();
        var answer = PreCheck.answered(asking.get(address));
        if (!answer.isGood()) {
            return Role.UNKNOWN;
        }
        return answer.json().stream()
                .flatMap(members -> members.values().stream())
                .filter(member -> member.path("id").asLong(0) == bearer.userId())
                .map(member -> Role.of(member.path("access_level").asInt(0)))
                .findFirst()
                .orElse(Role.NONE);
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, UTF_8).replace("+", "%20");
    }
}
