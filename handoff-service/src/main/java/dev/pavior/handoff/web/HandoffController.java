package dev.pavior.handoff.web;

import dev.pavior.contract.ItemKey;
import dev.pavior.handoff.domain.Ownership;
import dev.pavior.handoff.topology.PublishedHandoffs;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows the handoffs to those with a token. */
@RestController
@RequestMapping("/v1/handoffs")
final class HandoffController {

    private final PublishedHandoffs handoffs;
    private final Ownership ownership;

    HandoffController(PublishedHandoffs handoffs, Ownership ownership) {
        this.handoffs = handoffs;
        this.ownership = ownership;
    }

    @GetMapping
    Mono<HandoffPage> list(
            @RequestParam MultiValueMap<String, String> parameters, Authentication who) {
        var query = HandoffQuery.of(parameters);
        var sight = Sight.of(who);
        return aside(() -> page(query, sight));
    }

    @GetMapping("/{host}/{projectId}/{kind}/{iid}")
    Mono<HandoffView> one(
            @PathVariable String host,
            @PathVariable String projectId,
            @PathVariable String kind,
            @PathVariable String iid,
            Authentication who) {
        var item = key(String.join("/", host, projectId, kind, iid));
        return aside(() -> view(item, Sight.of(who)));
    }

    private HandoffPage page(HandoffQuery query, Sight sight) {
        // One more than asked for tells whether there is a next page.
        var found = handoffs.list(query.after(), h -> query.wants(h, sight), query.limit() + 1);
        var shown = found.subList(0, Math.min(query.limit(), found.size()));
        return new HandoffPage(
                shown.stream().map(h -> HandoffView.of(h, sight, ownership)).toList(),
                shown.size() < found.size() ? Cursor.after(shown.getLast().item()) : null);
    }

    private HandoffView view(String item, Sight sight) {
        return handoffs.find(item)
                .map(handoff -> HandoffView.of(handoff, sight, ownership))
                .orElseThrow(HandoffController::noSuchHandoff);
    }

    private static String key(String path) {
        try {
            return ItemKey.parse(path).toString();
        } catch (IllegalArgumentException e) {
            throw noSuchHandoff();
        }
    }

    private static ResponseStatusException noSuchHandoff() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such handoff.");
    }

    /** Off the event loop: reading the table may wait for the streams. */
    private static <T> Mono<T> aside(Callable<T> reading) {
        return Mono.fromCallable(reading)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(
                        InvalidStateStoreException.class,
                        e ->
                                new ResponseStatusException(
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        "The handoffs are not read in yet."));
    }
}
