package dev.pavior.intake.webhook;

import dev.pavior.contract.v1.CatalogEntry;
import org.jspecify.annotations.Nullable;

/** The catalogue as this instance knows it. */
@FunctionalInterface
public interface Known {

    /** Finds an entry by its key without waiting; null also where the catalogue is not read yet. */
    @Nullable CatalogEntry find(String key);
}
