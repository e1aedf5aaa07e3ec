package dev.pavior.taxonomy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where requests for work go as it holds from a date on.
 *
 * @param effectiveFrom first day on which it holds
 * @param emergency what whoever calls a request an emergency is told to do
 * @param project GitLab's id of the project that takes the team's requests
 * @param inScope areas of work that are the team's, each with its title
 * @param outOfScope areas that are not, each with its title and whom to ask
 * @param driProjects GitLab's id of the project that takes issues for a DRI; others are only named
 * @param labels labels of the new issue for each kind of request; {@code {{name}}} is an answer
 * @param tasks labels of the new issue for each task that the system gives the team
 * @param risk how a risk is rated
 */
public record RouteEdition(
        LocalDate effectiveFrom,
        String emergency,
        long project,
        Map<String, String> inScope,
        Map<String, Elsewhere> outOfScope,
        Map<String, Long> driProjects,
        Map<String, List<String>> labels,
        Map<String, List<String>> tasks,
        RiskScale risk) {

    /** The kinds of requests, by the words that stand for them. */
    public static final Set<String> KINDS =
            Collections.unmodifiableSet(
                    new java.util.LinkedHashSet<>(
                            List.of("automation", "cross_functional", "risk", "interlock")));

    public RouteEdition {
        inScope = inOrder(inScope);
        outOfScope = inOrder(outOfScope);
        driProjects = inOrder(driProjects);
        labels = inOrder(labels);
        tasks = inOrder(tasks);
        demand(!emergency.isBlank(), "emergency: says nothing");
        demand(project > 0, "project: GitLab's ids start at 1");
        demand(!inScope.isEmpty(), "in_scope: lists no area");
        demand(
                Collections.disjoint(inScope.keySet(), outOfScope.keySet()),
                "out_of_scope: repeats an area of in_scope");
        demand(labels.keySet().equals(KINDS), "labels: must have exactly the kinds " + KINDS);
        checkDris(outOfScope, driProjects);
        checkLabels(labels);
        checkLabels(tasks);
    }

    /**
     * An area that somebody else answers for.
     *
     * @param title what it is
     * @param dri who is directly responsible for it
     */
    public record Elsewhere(String title, String dri) {}

    /** Whom to ask about an area that is out of scope. */
    public Optional<Elsewhere> elsewhere(String area) {
        return Optional.ofNullable(outOfScope.get(area));
    }

    /** The project that takes issues for a DRI, where there is one. */
    public OptionalLong projectOf(String dri) {
        var found = driProjects.get(dri);
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** All areas that a request can name, those in scope first. */
    public List<String> areas() {
        var areas = new ArrayList<>(inScope.keySet());
        areas.addAll(outOfScope.keySet());
        return List.copyOf(areas);
    }

    /** What an area is; the name itself where it is not known. */
    public String titleOf(String area) {
        var there = outOfScope.get(area);
        return there == null ? inScope.getOrDefault(area, area) : there.title();
    }

    private static void checkDris(Map<String, Elsewhere> areas, Map<String, Long> projects) {
        var dris = areas.values().stream().map(Elsewhere::dri).toList();
        projects.forEach(
                (dri, id) -> {
                    demand(dris.contains(dri), "dri_projects: no area has the DRI " + dri);
                    demand(id > 0, "dri_projects: GitLab's ids start at 1");
                });
    }

    private static void checkLabels(Map<String, List<String>> labels) {
        labels.values().stream()
                .flatMap(List::stream)
                .forEach(
                        label ->
                                demand(
                                        !label.isBlank() && !label.contains(","),
                                        "not a label: \"" + label + "\""));
    }

    private static void demand(boolean right, String problem) {
        if (!right) {
            throw new IllegalArgumentException(problem);
        }
    }

    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
