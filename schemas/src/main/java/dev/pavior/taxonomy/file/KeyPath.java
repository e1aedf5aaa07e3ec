package dev.pavior.taxonomy.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The way from the root of a file to one key, such as {@code editions[0].labels.team}. */
record KeyPath(List<JacksonException.Reference> steps) {

    static KeyPath of(JacksonException e) {
        return new KeyPath(List.copyOf(e.getPath()));
    }

    static KeyPath of(String... names) {
        return new KeyPath(
                Stream.of(names).map(name -> new JacksonException.Reference(names, name)).toList());
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * Where the key stands, or what should hold it where it is missing. The exception itself only
     * knows where reading had come to, which for a record is its end.
     */
    @Nullable TokenStreamLocation locate(YAMLMapper mapper, String text) {
        var places = placesIn(mapper, text);
        var pointer = pointer();
        while (pointer != null && !places.containsKey(pointer)) {
            pointer = pointer.head();
        }
        return pointer == null ? null : places.get(pointer);
    }

    private static Map<JsonPointer, TokenStreamLocation> placesIn(YAMLMapper mapper, String text) {
        var places = new HashMap<JsonPointer, TokenStreamLocation>();
        try (var parser = mapper.createParser(text)) {
            while (parser.nextToken() != null) {
                var pointer = parser.streamReadContext().pathAsPointer();
                places.putIfAbsent(pointer, parser.currentTokenLocation());
            }
        }
        return places;
    }

    private JsonPointer pointer() {
        var pointer = JsonPointer.empty();
        for (var step : steps) {
            pointer =
                    step.getPropertyName() == null
                            ? pointer.appendIndex(step.getIndex())
                            : pointer.appendProperty(step.getPropertyName());
        }
        return pointer;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var step : steps) {
            if (step.getPropertyName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return text.toString();
    }
}
