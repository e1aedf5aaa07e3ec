package dev.pavior.local.provision;

/** A cluster differs from the list in a way that provisioning must not mend. */
public final class ProvisioningRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProvisioningRefused(String message) {
        super(message);
    }

    ProvisioningRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
