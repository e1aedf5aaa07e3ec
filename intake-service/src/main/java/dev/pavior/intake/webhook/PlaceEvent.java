package dev.pavior.intake.webhook;

import dev.pavior.intake.webhook.Translation.NotOurs;
import dev.pavior.intake.webhook.Translation.Sighted;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads events about projects and groups, which name an event and no kind. */
final class PlaceEvent implements Translator.Hook {

    private static final Pattern EVENT = Pattern.compile("(project|group|subgroup)_([a-z]+)");
    private static final Set<String> PLACED = Set.of("create", "rename", "transfer", "update");

    @Override
    public Translation read(Payload payload) {
        var event = EVENT.matcher(Json.word(payload.at("event_name")).orElse(""));
        if (!event.matches()) {
            return new NotOurs("event");
        }
        boolean destroyed = event.group(2).equals("destroy");
        if (!destroyed && !PLACED.contains(event.group(2))) {
            return new NotOurs("event");
        }
        return place(payload, event.group(1))
                .map(place -> listed(payload, place, destroyed))
                .orElseGet(() -> new Unreadable("no-id"));
    }

    private static Optional<Place> place(Payload payload, String what) {
        return what.equals("project") ? Place.project(payload.root()) : Place.group(payload.root());
    }

    /** What an old path led to it leads to still: GitLab redirects, until somebody takes it. */
    private static Translation listed(Payload payload, Place place, boolean destroyed) {
        return destroyed
                ? new Sighted(place.entry(payload, Entries.DELETED), List.of(), List.of())
                : new Sighted(place.entry(payload, null), place.pathEntry(payload), List.of());
    }
}
