package dev.pavior.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real answers and hooks of GitLab, where the environment names a folder of them. */
public final class Corpus {

    private static final String VARIABLE = "PAVIOR_CORPUS";

    private final Path folder;

    private Corpus(Path folder) {
        this.folder = folder;
    }

    /** The corpus; without one the calling test is skipped, and says so. */
    public static Corpus orSkip(Class<?> test) {
        String folder = System.getenv(VARIABLE);
        if (folder == null) {
            System.out.println(test.getSimpleName() + " is skipped: " + VARIABLE + " is not set");
        }
        assumeTrue(folder != null, VARIABLE + " is not set");
        assertThat(Path.of(folder)).as(VARIABLE).isDirectory();
        return new Corpus(Path.of(folder));
    }

    public static boolean given() {
        return System.getenv(VARIABLE) != null;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** All readable JSON under a folder whose path fits. */
    public List<JsonNode> json(String under, Predicate<String> fits) {
        try (var files = Files.walk(folder.resolve(under))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> fits.test(folder.relativize(file).toString()))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some files of the corpus are deliberately not JSON. */
    private static List<JsonNode> read(Path file) {
        try {
            return List.of(JsonMapper.shared().readTree(file));
        } catch (JacksonException e) {
            return List.of();
        }
    }
}
