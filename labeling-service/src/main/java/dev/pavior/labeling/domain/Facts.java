package dev.pavior.labeling.domain;

import dev.pavior.taxonomy.Labels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fields of one item in one revision; a field that has no value is not among them. */
public final class Facts {

    private final Item item;
    private final Map<String, Object> values;

    private Facts(Item item, Map<String, Object> values) {
        this.item = item;
        this.values = values;
    }

    /** Reads every field of an item, in the words that hold at its time. */
    public static Facts of(Item item, Labels words) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : Field.values()) {
            var value = field.of(item, words);
            if (value != null) {
                values.put(field.word(), value);
            }
        }
        return new Facts(item, values);
    }

    /** The values by field name, as an expression sees them. */
    public Map<String, Object> values() {
        return values;
    }

    Item item() {
        return item;
    }

    /** What a field is, in one line. */
    public String show(Field field) {
        return Optional.ofNullable(values.get(field.word())).map(Object::toString).orElse("none");
    }

    List<String> members(Field field) {
        return values.get(field.word()) instanceof Collection<?> all
                ? all.stream().map(Object::toString).sorted().toList()
                : List.of();
    }

    /** Every elementary fact: a scalar field's value, or that a list has a member. */
    Map<String, String> elements() {
        var elements = new TreeMap<String, String>();
        for (var entry : values.entrySet()) {
            if (entry.getValue() instanceof Collection<?> all) {
                all.forEach(one -> elements.put(member(entry.getKey(), one.toString()), "yes"));
            } else {
                elements.put(entry.getKey(), entry.getValue().toString());
            }
        }
        return elements;
    }

    static String member(String field, String value) {
        return field + "=" + value;
    }
}
