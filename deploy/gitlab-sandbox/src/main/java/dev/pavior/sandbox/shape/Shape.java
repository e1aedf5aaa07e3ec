package dev.pavior.sandbox.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object in the order it was written. */
public final class Shape {

    private Shape() {}

    /** Names and values in turn. */
    public static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
        var shape = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            shape.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return shape;
    }
}
