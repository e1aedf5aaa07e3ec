package dev.pavior.intake.webhook;

import dev.pavior.intake.health.KeptSheets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows the balance of deliveries: of this instance as it is now, of all as they last wrote it. */
@RestController
public final class BalanceController {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Balance balance;
    private final KeptSheets kept;
    private final HostWatch hosts;

    public BalanceController(Balance balance, KeptSheets kept, HostWatch hosts) {
        this.balance = balance;
        this.kept = kept;
        this.hosts = hosts;
    }

    /**
     * The balance of this instance, and of all.
     *
     * @param instances empty while the broker is away
     * @param troubles what is wrong with the hooks of a source, as this instance saw it
     */
    record Page(
            long received,
            Map<String, Map<String, Long>> sources,
            List<Instance> instances,
            Map<String, String> troubles) {}

    /** One instance as it last wrote its sheet. */
    record Instance(
            String name,
            Instant at,
            int restarts,
            long received,
            Map<String, Map<String, Long>> sources) {

        static Instance of(KeptSheets.Kept kept) {
            var sheet = kept.sheet();
            return new Instance(
                    kept.instance(),
                    kept.at(),
                    sheet.restarts(),
                    sheet.received(),
                    sheet.bySource());
        }
    }

    @GetMapping("/v1/balance")
    Mono<Page> balance() {
        return Mono.fromCallable(kept::all)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .onErrorReturn(List.of())
                .map(this::page);
    }

    private Page page(List<KeptSheets.Kept> all) {
        var own = balance.sheet();
        return new Page(
                own.received(),
                own.sources(),
                all.stream().map(Instance::of).toList(),
                hosts.troubles());
    }
}
