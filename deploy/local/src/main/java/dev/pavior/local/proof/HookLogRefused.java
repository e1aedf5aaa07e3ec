package dev.pavior.local.proof;

/** GitLab does not show its hook log; the message says why in one line. */
public final class HookLogRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    HookLogRefused(String message) {
        super(message);
    }
}
