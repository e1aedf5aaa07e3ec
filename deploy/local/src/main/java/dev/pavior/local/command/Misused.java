package dev.pavior.local.command;

/** A command was asked for what cannot be; the message says why in one line. */
final class Misused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Misused(String message) {
        super(message);
    }
}
