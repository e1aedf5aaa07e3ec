package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.shape.Shape;
import dev.pavior.sandbox.shape.Times;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The calls on people, their tokens, and the instance itself. */
final class UserCalls {

    /** The GitLab whose behaviour this is. */
    static final String VERSION = "18.6.0-ee";

    private final Desk desk;

    UserCalls(Desk desk) {
        this.desk = desk;
    }

    Answer me(Call call) {
        return Answer.ok(desk.people().own(call.user()));
    }

    Answer get(Call call) {
        var user =
                desk.world()
                        .users
                        .find(call.number("id"))
                        .orElseThrow(() -> Refusal.notFound("User"));
        return Answer.ok(call.user().admin() ? desk.people().own(user) : desk.people().full(user));
    }

    Answer list(Call call) {
        String username = call.fields().text("username");
        String search = call.fields().text("search", "").toLowerCase(Locale.ROOT);
        var found =
                desk.world().users.stream()
                        .filter(u -> username == null || u.username().equalsIgnoreCase(username))
                        .filter(
                                u ->
                                        (u.username() + " " + u.name())
                                                .toLowerCase(Locale.ROOT)
                                                .contains(search))
                        .toList();
        return Paging.answer(call, desk.links().instance(), found, desk.people()::basic);
    }

    Answer tokenItself(Call call) {
        var token = call.token();
        return Answer.ok(
                Shape.of(
                        "id", token.id(),
                        "name", token.name(),
                        "revoked", false,
                        "created_at", Times.iso(call.user().createdAt()),
                        "description", "",
                        "scopes", List.copyOf(token.scopes()),
                        "user_id", call.user().id(),
                        "last_used_at", Times.iso(call.at()),
                        "active", true,
                        "expires_at", null));
    }

    Answer version(Call call) {
        return Answer.ok(
                Shape.of(
                        "version",
                        VERSION,
                        "revision",
                        "pavior",
                        "kas",
                        Map.of("enabled", false),
                        "enterprise",
                        true));
    }
}
