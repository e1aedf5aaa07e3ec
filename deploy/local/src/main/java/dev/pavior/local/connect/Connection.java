package dev.pavior.local.connect;

import dev.pavior.local.connect.check.Admission;
import dev.pavior.local.connect.findings.Vocabulary;
import dev.pavior.local.connect.report.Cost;
import dev.pavior.local.connect.report.Section;
import dev.pavior.local.connect.report.Summary;
import dev.pavior.local.stack.Running;
import dev.pavior.local.stack.Secrets;
import dev.pavior.local.stack.Stack;
import dev.pavior.local.topics.Reach;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Has a running stack read a GitLab, and sums up what it found. */
public final class Connection {

    private final Admission admission;
    private final Vocabulary vocabulary;
    private final Told told;
    private final Clock clock;

    public Connection(Admission admission, Vocabulary vocabulary, Told told, Clock clock) {
        this.admission = admission;
        this.vocabulary = vocabulary;
        this.told = told;
        this.clock = clock;
    }

    /** Waits until all was read and taken in; what was found then, section by section. */
    public List<Section> look(Stack stack) {
        var begun = clock.instant();
        var reach = new Reach(stack.bootstrap(), stack.registryUrl(), Map.of());
        var services = new Services(stack.ports(), Secrets.of(stack.home()).api());
        var following = new Following(services, reach, stack.home().log("intake"), told, clock);
        var reading = following.untilRead(since(stack, begun), expected());
        following.untilTakenIn();
        var kpis = services.get("metrics", "/v1/kpis").map(Kpis::of).orElse(List.of());
        var cost =
                new Cost(
                        services.requests(),
                        reading.budget(),
                        reading.throttled(),
                        Duration.between(begun, clock.instant()),
                        reading.refused());
        return Summary.of(new Harvest(reach).gather(), vocabulary, kpis, cost);
    }

    /** Since when this intake reads: what it told before is of an earlier run. */
    private static Instant since(Stack stack, Instant otherwise) {
        return Running.in(stack.home())
                .flatMap(running -> running.of("intake"))
                .map(Running.Started::since)
                .orElse(otherwise);
    }

    /** How many items a first round will read; 0 where GitLab did not count them all. */
    private long expected() {
        var counts =
                admission.places().stream()
                        .flatMap(place -> Stream.of(place.issues(), place.mergeRequests()))
                        .toList();
        return counts.stream().allMatch(OptionalLong::isPresent)
                ? counts.stream().mapToLong(OptionalLong::getAsLong).sum()
                : 0;
    }
}
