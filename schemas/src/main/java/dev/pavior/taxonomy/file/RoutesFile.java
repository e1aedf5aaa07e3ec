package dev.pavior.taxonomy.file;

import dev.pavior.taxonomy.RouteEdition;
import dev.pavior.taxonomy.Routes;
import java.nio.file.Path;
import java.util.List;

/** The shape of {@code routes.yaml}. */
public record RoutesFile(List<RouteEdition> editions) {

    /**
     * Reads the routes.
     *
     * @throws IllegalArgumentException naming the place that is wrong
     */
    public static Routes read(Path file) {
        var editions = StrictYaml.read(file, RoutesFile.class).editions();
        try {
            return new Routes(editions);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
