package dev.pavior.intake.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JsonPointer;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer the field, as a JSON pointer in a URI fragment
 * @param detail what is wrong with it
 */
record Fault(String pointer, String detail) {

    private static final int LONGEST_NAME = 100;

    static Fault at(JsonPointer field, String detail) {
        return new Fault("#" + UriUtils.encodeFragment(field.toString(), UTF_8), detail);
    }

    /** What the validator found; a field that is missing or unknown is named itself. */
    static Fault of(Error error) {
        var pointer = JsonPointer.compile(error.getInstanceLocation().toString());
        return switch (String.valueOf(error.getKeyword())) {
            case "required" -> at(pointer.appendProperty(name(error)), "is missing");
            case "additionalProperties" ->
                    at(pointer.appendProperty(name(error)), "is not known here");
            case "pattern" -> at(pointer, "must be " + said(error));
            default -> at(pointer, String.valueOf(error.getMessage()));
        };
    }

    // A pattern is no explanation; the templates have two, for lines and for whole texts.
    private static String said(Error error) {
        return error.getMessage().contains("^")
                ? "one line that is not blank"
                : "a text that is not blank";
    }

    private static String name(Error error) {
        var name = String.valueOf(error.getProperty());
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
