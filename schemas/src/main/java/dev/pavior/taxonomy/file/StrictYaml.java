package dev.pavior.taxonomy.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a configuration file into records; unknown, doubled, missing or empty keys are errors. */
public final class StrictYaml {

    private static final YAMLMapper MAPPER =
            YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private StrictYaml() {}

    /**
     * Reads one file; its keys are the record's components in snake case.
     *
     * @throws IllegalArgumentException naming the file, line and key that are wrong
     */
    public static <T> T read(Path file, Class<T> type) {
        var text = textOf(file);
        try {
            return MAPPER.readValue(text, type);
        } catch (StreamReadException e) {
            throw refusal(file, e.getLocation(), "", e);
        } catch (JacksonException e) {
            var key = KeyPath.of(e);
            throw refusal(file, key.locate(MAPPER, text), key.isEmpty() ? "" : key + ": ", e);
        }
    }

    /** The refusal of what a file says at a key, where only its reader knows that it is wrong. */
    public static IllegalArgumentException mistake(Path file, String problem, String... key) {
        var path = KeyPath.of(key);
        var at = path.locate(MAPPER, textOf(file));
        return new IllegalArgumentException(file + place(at) + ": " + path + ": " + problem);
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException refusal(
            Path file, @Nullable TokenStreamLocation at, String key, JacksonException e) {
        return new IllegalArgumentException(
                file + place(at) + ": " + key + e.getOriginalMessage(), e);
    }

    private static String place(@Nullable TokenStreamLocation at) {
        return at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
    }
}
