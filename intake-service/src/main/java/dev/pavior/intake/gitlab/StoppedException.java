package dev.pavior.intake.gitlab;

/** Says that the asking thread was told to stop while it waited. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoppedException() {
        super("told to stop");
        Thread.currentThread().interrupt();
    }
}
