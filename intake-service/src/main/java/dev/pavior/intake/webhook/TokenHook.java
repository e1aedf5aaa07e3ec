package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.v1.RequestKind;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.intake.webhook.Translation.NotOurs;
import dev.pavior.intake.webhook.Translation.Sighted;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads that an access token of a project or group will expire, which is work for the team. */
final class TokenHook implements Translator.Hook {

    private static final int NAME_LIMIT = 100;

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
        var container = container(payload);
        var request =
                WorkRequest.newBuilder()
                        .setId(identity(payload.host(), token, expiry))
                        .setKind(RequestKind.AUTOMATION)
                        .setSubmittedAt(payload.receivedAt())
                        .setRequesterId(0)
                        .setRequester("GitLab")
                        .setTitle(
                                "Rotate the access token %s of %s by %s"
                                        .formatted(shortened(name), shortened(container), expiry))
                        .setFields(
                                Map.of(
                                        "task",
                                        "token rotation",
                                        "token",
                                        name,
                                        "expires_at",
                                        expiry.toString(),
                                        "container",
                                        container))
                        .setConfidential(true)
                        .setEmergency(false)
                        .build();
        return new Sighted(Told.asked(request, payload.host()), List.of(), List.of());
    }

    private static String identity(String host, long token, LocalDate expiry) {
        var words = host + "\n" + token + "\n" + expiry;
        return HexFormat.of().formatHex(Digests.sha256(words.getBytes(UTF_8)), 0, 16);
    }

    private static String container(Payload payload) {
        var group = payload.at("group");
        return Place.project(payload.at("project"))
                .or(() -> Place.group(group))
                .map(place -> place.path().orElseGet(() -> place.title()))
                .orElse("an unnamed place");
    }

    private static String shortened(String text) {
        return text.length() <= NAME_LIMIT ? text : text.substring(0, NAME_LIMIT) + "…";
    }
}
