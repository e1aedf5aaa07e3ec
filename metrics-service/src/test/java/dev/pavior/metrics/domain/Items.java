package dev.pavior.metrics.domain;

import dev.pavior.metrics.domain.Item.Kind;
import dev.pavior.metrics.domain.Item.State;
import dev.pavior.taxonomy.Taxonomy;
import dev.pavior.taxonomy.file.TaxonomyFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Items and the charter in the words of the tests. */
public final class Items {

    public static final long TEAM_PROJECT = 101;
    public static final long PRODUCT_PROJECT = 7;
    public static final Instant KNOWN_AT = Instant.parse("2026-11-20T12:00:00Z");
    public static final Taxonomy TAXONOMY =
            TaxonomyFile.read(
                    Path.of(System.getProperty("pavior.root"), "deploy/charter/taxonomy.yaml"));
    public static final Charter CHARTER = charterIn("Etc/UTC");

    private Items() {}

    public static Charter charterIn(String zone) {
        return new Charter(TAXONOMY, new Team("The team", ZoneId.of(zone), Set.of(TEAM_PROJECT)));
    }

    public static Item merged(String mergedAt, String... labels) {
        return item(Kind.MERGE_REQUEST, State.MERGED, Optional.of(Instant.parse(mergedAt)), labels);
    }

    public static Item closed(String closedAt, String... labels) {
        return item(Kind.ISSUE, State.CLOSED, Optional.of(Instant.parse(closedAt)), labels);
    }

    public static Item item(Kind kind, State state, Optional<Instant> at, String... labels) {
        return new Item(
                1,
                kind,
                state,
                Optional.of(PRODUCT_PROJECT),
                List.of(labels),
                kind == Kind.MERGE_REQUEST ? at : Optional.empty(),
                kind == Kind.ISSUE ? at : Optional.empty(),
                false,
                KNOWN_AT);
    }

    public static Item inProject(long project, Item item) {
        return new Item(
                item.revision(),
                item.kind(),
                item.state(),
                Optional.of(project),
                item.labels(),
                item.mergedAt(),
                item.closedAt(),
                item.gone(),
                item.knownAt());
    }

    public static Item revision(long revision, Item item) {
        return new Item(
                revision,
                item.kind(),
                item.state(),
                item.projectId(),
                item.labels(),
                item.mergedAt(),
                item.closedAt(),
                item.gone(),
                item.knownAt());
    }

    public static Item gone(Item item) {
        return new Item(
                item.revision(),
                item.kind(),
                item.state(),
                item.projectId(),
                item.labels(),
                item.mergedAt(),
                item.closedAt(),
                true,
                item.knownAt());
    }
}
