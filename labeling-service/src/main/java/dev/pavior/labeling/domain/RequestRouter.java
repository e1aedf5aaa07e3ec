package dev.pavior.labeling.domain;

import dev.pavior.taxonomy.RiskScale;
import dev.pavior.taxonomy.RouteEdition;
import dev.pavior.taxonomy.Routes;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides where a request goes: to the team, or to who is responsible for its area. */
public final class RequestRouter {

    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_LABEL = 100;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
    private static final RequestTemplate BARE =
            new RequestTemplate("Requested by {{requester}} on {{submitted}}. {{emergency}}");

    private final Routes routes;
    private final Map<String, RequestTemplate> templates;

    public RequestRouter(Routes routes, Map<String, RequestTemplate> templates) {
        this.routes = routes;
        this.templates = Map.copyOf(templates);
    }

    /** Where it goes by the edition in force when it was submitted. */
    public Routing route(Request request) {
        var edition = edition(request);
        return request.namedArea()
                .flatMap(area -> referral(edition, area))
                .map(referral -> refer(edition, request, referral))
                .orElseGet(() -> toTheTeam(edition, request));
    }

    /** Names the edition by which a request is routed. */
    public String version(Request request) {
        return "routes/" + edition(request).effectiveFrom();
    }

    private RouteEdition edition(Request request) {
        return routes.at(request.submittedAt());
    }

    private static Optional<Routing.Referral> referral(RouteEdition edition, String area) {
        return edition.elsewhere(area)
                .map(
                        there ->
                                new Routing.Referral(
                                        there.dri(),
                                        "out of scope: %s; DRI: %s"
                                                .formatted(there.title(), there.dri())));
    }

    private Routing refer(RouteEdition edition, Request request, Routing.Referral referral) {
        var project = edition.projectOf(referral.dri());
        return project.isPresent()
                ? new Routing.Issued(
                        draft(edition, request, project.getAsLong(), List.of()),
                        Optional.of(referral))
                : new Routing.Redirected(referral);
    }

    private Routing toTheTeam(RouteEdition edition, Request request) {
        var labels = labels(edition, request);
        return new Routing.Issued(
                draft(edition, request, edition.project(), labels), Optional.empty());
    }

    private Routing.Draft draft(
            RouteEdition edition, Request request, long project, List<String> labels) {
        var title = TamedText.phrase(request.title());
        var description =
                templates
                        .getOrDefault(request.template(), BARE)
                        .render(ours(edition, request), request.answers());
        return new Routing.Draft(
                project,
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                description,
                request.confidential() || request.task().isPresent(),
                labels);
    }

    private static Map<String, String> ours(RouteEdition edition, Request request) {
        var ours = new HashMap<>(rating(edition.risk(), request));
        ours.put("requester", TamedText.phrase(request.requester()));
        ours.put("submitted", DAY.format(request.submittedAt()));
        ours.put(
                "area",
                request.namedArea()
                        .map(edition::titleOf)
                        .map(TamedText::phrase)
                        .orElse("none named"));
        ours.put(
                "emergency", request.emergency() ? "**The requester calls it an emergency.**" : "");
        return ours;
    }

    private static Map<String, String> rating(RiskScale scale, Request request) {
        var score = number(request, "likelihood") * number(request, "impact");
        return score < 1
                ? Map.of()
                : Map.of("score", Integer.toString(score), "rating", scale.rate(score));
    }

    private static int number(Request request, String name) {
        var answer = request.answers().getOrDefault(name, "");
        return answer.matches("[1-9]") ? Integer.parseInt(answer) : 0;
    }

    private static List<String> labels(RouteEdition edition, Request request) {
        var wanted =
                request.task()
                        .map(task -> edition.tasks().getOrDefault(task, List.of()))
                        .orElseGet(() -> edition.labels().getOrDefault(request.kind(), List.of()));
        var values = new HashMap<>(request.answers());
        values.putAll(rating(edition.risk(), request));
        return wanted.stream()
                .map(label -> RequestTemplate.fill(label, name -> values.getOrDefault(name, ",")))
                .filter(RequestRouter::isLabel)
                .toList();
    }

    // A place without an answer, or with one that is no part of a label, makes none.
    private static boolean isLabel(String label) {
        return label.length() <= LONGEST_LABEL && label.chars().noneMatch(RequestRouter::isForeign);
    }

    private static boolean isForeign(int character) {
        return character == ',' || Character.isISOControl(character);
    }
}
