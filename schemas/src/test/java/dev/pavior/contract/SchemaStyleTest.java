package dev.pavior.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaStyleTest {

    private static final Pattern SENTENCE = Pattern.compile("(?s)\\S.*[.]");
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern SYMBOL = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    /** What a long may be that is no time: an id or a count. */
    private static final Pattern PLAIN_LONG =
            Pattern.compile("iid|id|revision|numerator|denominator|.*(Id|Ids|Revision|Count)");

    static Stream<Schema> namedTypes() {
        return Topics.all().stream()
                .flatMap(topic -> topic.schema().stream())
                .flatMap(schema -> namesIn(schema).stream())
                .distinct();
    }

    static Stream<Schema> enums() {
        return namedTypes().filter(type -> type.getType() == Schema.Type.ENUM);
    }

    /** Full name of the field, the field. */
    static Stream<Arguments> fields() {
        return namedTypes().flatMap(type -> fieldsOf(type).entrySet().stream()).map(toArguments());
    }

    /** The fields that the first released version had, by topic. */
    static Stream<Arguments> fieldsOfFirstVersions() {
        return Topics.all().stream()
                .filter(topic -> topic.schema().isPresent())
                .map(
                        topic ->
                                Arguments.of(
                                        topic, allFields(Released.versionsOf(topic).getFirst())));
    }

    @ParameterizedTest
    @MethodSource("namedTypes")
    void explainsEachTypeInASentence(Schema type) {
        assertThat(type.getDoc()).matches(SENTENCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void explainsEachFieldInASentence(String name, Schema.Field field) {
        assertThat(field.doc()).matches(SENTENCE);
    }

    @ParameterizedTest
    @MethodSource("namedTypes")
    void namesTypesInTheOneStyle(Schema type) {
        assertThat(type.getName()).matches(TYPE_NAME);
        assertThat(type.getNamespace()).isEqualTo("dev.pavior.contract.v1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void namesFieldsInTheOneStyle(String name, Schema.Field field) {
        assertThat(field.name()).matches(FIELD_NAME);
        assertThat(field.aliases()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("enums")
    void letsOldReadersMeetNewSymbols(Schema type) {
        assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN");
        assertThat(type.getEnumSymbols()).allMatch(symbol -> SYMBOL.matcher(symbol).matches());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void marksTimesAsTimes(String name, Schema.Field field) {
        var value = valueOf(field.schema());
        if (value.getType() == Schema.Type.LONG && !PLAIN_LONG.matcher(field.name()).matches()) {
            assertThat(value.getLogicalType())
                    .as("a long that is neither an id nor a count is a time")
                    .isEqualTo(LogicalTypes.timestampMillis());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void putsNullFirstWhereAValueMayBeMissing(String name, Schema.Field field) {
        if (field.schema().isUnion()) {
            assertThat(field.schema().getTypes()).hasSize(2);
            assertThat(field.schema().getTypes().getFirst().getType()).isEqualTo(Schema.Type.NULL);
            assertThat(field.hasDefaultValue()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("fieldsOfFirstVersions")
    void givesLaterFieldsADefault(Topic topic, Map<String, Schema.Field> first) {
        // Given
        var later = allFields(topic.schema().orElseThrow());

        // When
        later.keySet().removeAll(first.keySet());
        // A type that did not exist then has no old values that would lack its fields.
        later.keySet().removeIf(field -> !typesOf(first.keySet()).contains(typeOf(field)));

        // Then
        assertThat(later.values()).allMatch(Schema.Field::hasDefaultValue);
    }

    private static Set<String> typesOf(Set<String> fields) {
        return fields.stream().map(SchemaStyleTest::typeOf).collect(Collectors.toSet());
    }

    private static String typeOf(String field) {
        return field.substring(0, field.indexOf('.'));
    }

    private static Function<Map.Entry<String, Schema.Field>, Arguments> toArguments() {
        return field -> Arguments.of(field.getKey(), field.getValue());
    }

    private static Map<String, Schema.Field> allFields(Schema schema) {
        var fields = new LinkedHashMap<String, Schema.Field>();
        namesIn(schema).forEach(type -> fields.putAll(fieldsOf(type)));
        return fields;
    }

    private static Map<String, Schema.Field> fieldsOf(Schema type) {
        var fields = new LinkedHashMap<String, Schema.Field>();
        if (type.getType() == Schema.Type.RECORD) {
            type.getFields()
                    .forEach(field -> fields.put(type.getName() + "." + field.name(), field));
        }
        return fields;
    }

    /** The records and enums that a schema is made of, itself included. */
    private static Set<Schema> namesIn(Schema schema) {
        var found = new LinkedHashSet<Schema>();
        collect(schema, found);
        return found;
    }

    private static void collect(Schema schema, Set<Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.add(schema)) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.add(schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(type -> collect(type, found));
            default -> {}
        }
    }

    /** What a field holds when it holds something: the element of a list, the value of a union. */
    private static Schema valueOf(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> valueOf(schema.getTypes().getLast());
            case ARRAY -> valueOf(schema.getElementType());
            default -> schema;
        };
    }
}
