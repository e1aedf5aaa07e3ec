package dev.pavior.local.connect.check;

/** Why a GitLab cannot be looked at, in one line that says what to do. */
public final class ConnectRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConnectRefusal(String message) {
        super(message);
    }

    public ConnectRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
