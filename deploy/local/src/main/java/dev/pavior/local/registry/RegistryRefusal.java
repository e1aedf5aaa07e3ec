package dev.pavior.local.registry;

/** The registry did not do what it was asked; the message says why in one line. */
public final class RegistryRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    RegistryRefusal(String message) {
        super(message);
    }

    RegistryRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
