package dev.pavior.labeling.policy;

/** A policy file is wrong and was refused whole; the message names file, line and reason. */
public final class PolicyRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    PolicyRefused(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
    }

    PolicyRefused(String file, String reason) {
        super(file + ": " + reason);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
