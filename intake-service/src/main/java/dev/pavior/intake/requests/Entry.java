package dev.pavior.intake.requests;

import dev.pavior.contract.v1.WorkRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a request: enough to tell who asked for what, and to know it again.
 *
 * @param kind the word for its kind
 * @param digest what was asked for, as a digest
 * @param published whether it is known to be on the topic
 */
record Entry(
        String id,
        String kind,
        String title,
        @Nullable String area,
        long requesterId,
        String requester,
        Instant submittedAt,
        boolean confidential,
        boolean emergency,
        String digest,
        boolean published) {

    static Entry of(WorkRequest request, boolean published) {
        var kind = Kind.of(request.getKind().name().toLowerCase(java.util.Locale.ROOT));
        return new Entry(
                request.getId(),
                kind.map(Kind::word).orElse("unknown"),
                request.getTitle(),
                request.getArea(),
                request.getRequesterId(),
                request.getRequester(),
                request.getSubmittedAt(),
                request.getConfidential(),
                request.getEmergency(),
                kind.map(known -> form(known, request).digest()).orElse(""),
                published);
    }

    private static Form form(Kind kind, WorkRequest request) {
        return new Form(
                kind,
                request.getTitle(),
                Optional.ofNullable(request.getArea()).orElse(""),
                request.getConfidential(),
                request.getEmergency(),
                request.getFields());
    }
}
