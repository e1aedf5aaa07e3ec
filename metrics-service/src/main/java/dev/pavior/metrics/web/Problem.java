package dev.pavior.metrics.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Answers that say what is wrong with a request, as problem details (RFC 9457). */
final class Problem {

    private Problem() {}

    static ErrorResponseException notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, detail);
    }

    static ErrorResponseException badRequest(String detail) {
        return of(HttpStatus.BAD_REQUEST, detail);
    }

    static ErrorResponseException notReady(String detail) {
        var problem = of(HttpStatus.SERVICE_UNAVAILABLE, detail);
        problem.getHeaders().set("Retry-After", "2");
        return problem;
    }

    private static ErrorResponseException of(HttpStatus status, String detail) {
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
