package dev.pavior.sandbox.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that GitLab would not carry out, with its status and its body. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, Object> body;

    private Refusal(int status, Map<String, Object> body) {
        super(status + " " + body, null, false, false);
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public Map<String, Object> body() {
        return body;
    }

    /** The shape {"message": "..."}: what the request meets in the model. */
    public static Refusal message(int status, Object message) {
        return new Refusal(status, Map.of("message", message));
    }

    /** The shape {"error": "..."}: what is wrong with the request itself. */
    public static Refusal error(int status, String error) {
        return new Refusal(status, Map.of("error", error));
    }

    /** The shape {"message": {field: [...]}}: what the model says of one field. */
    public static Refusal field(String name, String complaint) {
        return message(400, Map.of(name, List.of(complaint)));
    }

    public static Refusal invalid(String name) {
        return error(400, name + " is invalid");
    }

    public static Refusal notAllowed(String name) {
        return error(400, name + " does not have a valid value");
    }

    public static Refusal missing(String name) {
        return error(400, name + " is missing");
    }

    public static Refusal notFound(String what) {
        return message(404, "404 " + what + " Not Found");
    }

    public static Refusal noSuchObject() {
        return message(404, "404 Not found");
    }

    /** The fourth shape: the token may not do this. */
    public static Refusal insufficientScope(String needed) {
        var body = new LinkedHashMap<String, Object>();
        body.put("error", "insufficient_scope");
        body.put(
                "error_description",
                "The request requires higher privileges than provided by the access token.");
        body.put("scope", needed);
        return new Refusal(403, body);
    }
}
