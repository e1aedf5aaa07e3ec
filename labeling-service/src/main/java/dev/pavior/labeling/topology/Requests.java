package dev.pavior.labeling.topology;

import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.labeling.domain.Request;
import java.util.Locale;

/** Translates a request off the wire. */
final class Requests {

    private Requests() {}

    static Request of(WorkRequest request) {
        return new Request(
                request.getId(),
                request.getKind().name().toLowerCase(Locale.ROOT),
                request.getSubmittedAt(),
                request.getRequesterId(),
                request.getRequester(),
                request.getTitle(),
                request.getFields(),
                request.getArea(),
                request.getConfidential(),
                request.getEmergency());
    }
}
