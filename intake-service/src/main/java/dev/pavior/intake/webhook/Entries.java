package dev.pavior.intake.webhook;

import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Begins entries of the catalogue. */
final class Entries {

    /** The state of what is no more. */
    static final String DELETED = "deleted";

    private static final int NAME_LIMIT = 1024;

    private Entries() {}

    static CatalogEntry.Builder of(Payload payload, CatalogKind kind, long id) {
        return keyed(payload, kind, Long.toString(id)).setEntryId(id);
    }

    /** What a full path leads to. */
    static CatalogEntry.Builder path(Payload payload, String path, long id, CatalogKind to) {
        return keyed(payload, CatalogKind.PATH, path)
                .setEntryId(id)
                .setFullPath(path)
                .setCategory(to.name().toLowerCase(Locale.ROOT));
    }

    /** A name or path of a length that somebody may have meant. */
    static Optional<String> name(JsonNode node) {
        return Json.text(node).filter(name -> !name.isBlank() && name.length() <= NAME_LIMIT);
    }

    private static CatalogEntry.Builder keyed(Payload payload, CatalogKind kind, String id) {
        var word = kind.name().toLowerCase(Locale.ROOT);
        return CatalogEntry.newBuilder()
                .setEntry(payload.host() + "/" + word + "/" + id)
                .setHost(payload.host())
                .setKind(kind)
                .setSeenAt(payload.receivedAt());
    }
}
