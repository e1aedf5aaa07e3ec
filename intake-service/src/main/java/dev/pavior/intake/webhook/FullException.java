package dev.pavior.intake.webhook;

/** There is no room for more of a body now. */
final class FullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FullException() {
        // Nobody reads where it came from, and it comes in crowds.
        super("no room for more of a body", null, false, false);
    }
}
