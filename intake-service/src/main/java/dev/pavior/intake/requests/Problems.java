package dev.pavior.intake.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Answers that say what is wrong, as problem details (RFC 9457). */
final class Problems {

    private Problems() {}

    static ErrorResponseException faulty(List<Fault> faults, @Nullable String emergency) {
        var problem =
                of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The request does not fit its template; errors names each field.",
                        emergency);
        problem.getBody().setProperty("errors", faults);
        return problem;
    }

    static ErrorResponseException notJson(String detail) {
        return of(HttpStatus.BAD_REQUEST, detail, null);
    }

    static ErrorResponseException badKey() {
        return of(
                HttpStatus.BAD_REQUEST,
                "Idempotency-Key must be 1 to 128 visible characters of ASCII.",
                null);
    }

    static ErrorResponseException conflict(String id) {
        return of(
                HttpStatus.CONFLICT,
                "Another request was sent under this Idempotency-Key: /v1/requests/" + id,
                null);
    }

    static ErrorResponseException notFound() {
        return of(HttpStatus.NOT_FOUND, "There is no such request that you may see.", null);
    }

    static ErrorResponseException noSuchTemplate() {
        return of(HttpStatus.NOT_FOUND, "There is no such template; see the list above it.", null);
    }

    static ErrorResponseException tooLarge(long limit) {
        return closing(
                of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "The body is larger than " + limit + " bytes.",
                        null));
    }

    static ErrorResponseException tooSlow() {
        return closing(of(HttpStatus.REQUEST_TIMEOUT, "The body did not come in time.", null));
    }

    static ErrorResponseException unavailable(String retryAfter, @Nullable String emergency) {
        var problem =
                of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Requests cannot be taken or told of now; nothing was recorded for sure."
                                + " Send it again with the same Idempotency-Key.",
                        emergency);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, retryAfter);
        return problem;
    }

    // The rest of the body is not wanted, so nothing else can follow on this connection.
    private static ErrorResponseException closing(ErrorResponseException problem) {
        problem.getHeaders().set(HttpHeaders.CONNECTION, "close");
        return problem;
    }

    private static ErrorResponseException of(
            HttpStatus status, String detail, @Nullable String emergency) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (emergency != null) {
            problem.setProperty("emergency", emergency);
        }
        return new ErrorResponseException(status, problem, null);
    }
}
