package dev.pavior.labeling.requests;

import dev.pavior.labeling.domain.RequestTemplate;
import dev.pavior.taxonomy.RouteEdition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the folder with one Markdown template per kind of request, and one for our own tasks. */
public final class TemplateFolder {

    private static final String TASK = "task";

    private TemplateFolder() {}

    /**
     * Reads all templates, by the name of their kind.
     *
     * @throws IllegalArgumentException naming the file that is missing or wrong
     */
    public static Map<String, RequestTemplate> read(Path folder) {
        return Stream.concat(RouteEdition.KINDS.stream(), Stream.of(TASK))
                .collect(
                        Collectors.toUnmodifiableMap(
                                name -> name, name -> template(folder.resolve(name + ".md"))));
    }

    private static RequestTemplate template(Path file) {
        try {
            return new RequestTemplate(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
