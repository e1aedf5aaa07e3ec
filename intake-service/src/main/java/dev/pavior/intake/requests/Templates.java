package dev.pavior.intake.requests;

import dev.pavior.taxonomy.RouteEdition;
import dev.pavior.taxonomy.Routes;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The templates of all kinds, edition by edition of the charter's routes. */
public final class Templates {

    private final Routes routes;
    private final Map<RouteEdition, List<Template>> editions = new LinkedHashMap<>();

    public Templates(Routes routes) {
        this.routes = routes;
        routes.editions().forEach(edition -> editions.put(edition, all(edition)));
    }

    private static List<Template> all(RouteEdition edition) {
        return Arrays.stream(Kind.values()).map(kind -> Template.of(kind, edition)).toList();
    }

    /** All templates at a moment. */
    List<Template> at(Instant moment) {
        return Objects.requireNonNull(editions.get(routes.at(moment)));
    }

    Template of(Kind kind, Instant moment) {
        return at(moment).stream()
                .filter(template -> template.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** What whoever calls a request an emergency is told. */
    String emergency(Instant moment) {
        return routes.at(moment).emergency();
    }
}
