package dev.pavior.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TopicTableTest {

    private static final String START = "<!-- topics: start -->\n";
    private static final String END = "<!-- topics: end -->";

    @Test
    void isTheOneInTheDocumentation() throws IOException {
        // Given
        var page = Files.readString(Path.of("../docs/topics.md"));

        // When
        var table = page.substring(page.indexOf(START) + START.length(), page.indexOf(END));

        // Then
        assertThat(table)
                .as("docs/topics.md; the table must be:\n%s", expectedTable())
                .isEqualTo(expectedTable());
    }

    private static String expectedTable() {
        return """
        | topic | key | what the value says | partitions | cleanup | writer | readers | restricted |
        |---|---|---|--:|---|---|---|---|
        """
                + Topics.all().stream().map(TopicTableTest::row).collect(joining());
    }

    private static String row(Topic topic) {
        return "| `%s` | %s | %s | %d | %s | %s | %s | %s |\n"
                .formatted(
                        topic.name(),
                        topic.key(),
                        topic.schema()
                                .map(schema -> schema.getDoc())
                                .orElse(
                                        "The raw bytes of a record that could never be processed;"
                                                + " where from and why is in the headers."),
                        topic.partitions(),
                        topic.cleanup().words(),
                        topic.writer().word(),
                        topic.readers().isEmpty()
                                ? "operator"
                                : topic.readers().stream()
                                        .map(Service::word)
                                        .collect(joining(", ")),
                        topic.restricted() ? "yes" : "no");
    }
}
