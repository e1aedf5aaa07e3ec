package dev.pavior.intake.webhook;

import dev.pavior.intake.expiry.TokenExpiry;
import dev.pavior.intake.webhook.Translation.NotOurs;
import dev.pavior.intake.webhook.Translation.Sighted;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.time.LocalDate;
import java.util.List;

/** Reads that an access token of a project or group will expire, which is work for the team. */
final class TokenHook implements Translator.Hook {

    @Override
    public Translation read(Payload payload) {
        var event = Json.text(payload.at("event_name"));
        if (event.filter("expiring_access_token"::equals).isEmpty()) {
            return new NotOurs("kind:access_token");
        }
        var id = Json.id(payload.attribute("id"));
        var expiry = Json.date(payload.attribute("expires_at"));
        if (id.isEmpty()) {
            return new Unreadable("no-id");
        }
        return expiry.isPresent()
                ? asked(payload, id.getAsLong(), expiry.get())
                : new Unreadable("no-expiry");
    }

    /** GitLab reminds several times; all reminders of one expiry are the same request. */
    private static Translation asked(Payload payload, long token, LocalDate expiry) {
        var name = Entries.name(payload.attribute("name")).orElse("no. " + token);
        var request =
                new TokenExpiry(payload.host(), token, name, container(payload), expiry)
                        .request(payload.receivedAt());
        return new Sighted(Told.asked(request, payload.host()), List.of(), List.of());
    }

    private static String container(Payload payload) {
        var group = payload.at("group");
        return Place.project(payload.at("project"))
                .or(() -> Place.group(group))
                .map(place -> place.path().orElseGet(() -> place.title()))
                .orElse("an unnamed place");
    }
}
