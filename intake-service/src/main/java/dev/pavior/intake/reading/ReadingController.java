package dev.pavior.intake.reading;

import dev.pavior.chassis.access.Role;
import dev.pavior.contract.v1.ReadJob;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows how far reading is, and lets operators ask for more. */
@RestController
public final class ReadingController {

    private static final String OPERATOR = "ROLE_" + Role.OPERATOR.name();

    private final Reading reading;

    public ReadingController(Reading reading) {
        this.reading = reading;
    }

    @GetMapping("/v1/reading")
    ReadingView reading() {
        return ReadingView.of(reading);
    }

    /** Reads the histories that are not read yet, or all anew. */
    @PostMapping("/v1/reading/history")
    Mono<ResponseEntity<Void>> readHistory(
            Authentication who, @RequestParam(defaultValue = "false") boolean restart) {
        return wish(who, ReadJob.HISTORY, restart ? Wish.ANEW : null);
    }

    /**
     * Sweeps now, or goes on with what was held.
     *
     * @param confirm the scope whose loss is confirmed, or all
     */
    @PostMapping("/v1/reading/sweep")
    Mono<ResponseEntity<Void>> sweep(
            Authentication who, @RequestParam(required = false) @Nullable String confirm) {
        return wish(who, ReadJob.SWEEP, confirm);
    }

    private Mono<ResponseEntity<Void>> wish(
            Authentication who, ReadJob job, @Nullable String what) {
        if (who.getAuthorities().stream().noneMatch(a -> OPERATOR.equals(a.getAuthority()))) {
            return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
        }
        return Mono.<Void>fromRunnable(() -> reading.wish(job, what))
                .subscribeOn(Schedulers.boundedElastic())
                .thenReturn(ResponseEntity.accepted().header("Location", "/v1/reading").build());
    }
}
