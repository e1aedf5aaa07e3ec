package dev.pavior.handoff.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A parameter of a request that cannot be understood. */
final class RefusedParameter extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    RefusedParameter(String parameter, String problem) {
        super(HttpStatus.BAD_REQUEST, detail(parameter, problem), null);
    }

    private static ProblemDetail detail(String parameter, String problem) {
        var detail =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, parameter + ": " + problem);
        detail.setProperty("parameter", parameter);
        return detail;
    }
}
