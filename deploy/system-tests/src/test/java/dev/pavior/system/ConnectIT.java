package dev.pavior.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A look at somebody's GitLab, with a token that could do anything there. */
class ConnectIT {

    private static final String CANDIDATE = "ProdSecEng Candidate";
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");

    @TempDir private Path home;
    @TempDir private Path desk;

    @Test
    void showsWhatIsThereTwiceAndWritesNothing() throws Exception {
        try (var gitLab = new SandboxRun(desk.resolve("sandbox.log"))) {
            // Given
            gitLab.openIssue(
                    """
                    {"title": "Speak our language",
                     "labels": "ProdSecEng Candidate,prodsecengmetric::paved-road"}
                    """);
            var launcher = LauncherRun.in(home);

            // When
            var first = connect(launcher, gitLab);
            var second = connect(launcher, gitLab);

            // Then
            assertThat(gitLab.writesByToken().propertyNames()).containsExactly("admin");
            for (var run : List.of(first, second)) {
                assertThat(run.status()).as(run.err()).isZero();
                showsTheItems(run.out(), gitLab);
                assertThat(run.out())
                        .contains("\"prodsecengmetric::paved-road\":")
                        .containsPattern("Requirements delivered +\\d")
                        .contains("only GET and GraphQL queries are sent");
            }
            assertThat(Files.readString(desk.resolve("report.md")))
                    .contains("# What Pavior sees at", "## What would have been labelled");
            assertThat(requests(second.out())).isLessThan(requests(first.out()));
            assertThat(launcher.processesOfItsHome()).isEmpty();
            keepsNoTokenIn(home);
        }
    }

    private LauncherRun.Outcome connect(LauncherRun launcher, SandboxRun gitLab) throws Exception {
        var token = desk.resolve("token");
        Files.writeString(token, SandboxRun.TOKEN + "\n");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        return launcher.run(
                "connect",
                gitLab.url(),
                "--group=acme",
                "--token-file=" + token,
                "--once",
                "--report=" + desk.resolve("report.md"),
                launcher.offset());
    }

    private static void showsTheItems(String out, SandboxRun gitLab) {
        var issues = gitLab.list("/groups/acme/issues?scope=all&state=all");
        var requests = gitLab.list("/groups/acme/merge_requests?scope=all&state=all");
        assertThat(out)
                .containsPattern(
                        "issue +%d +%d +%d "
                                .formatted(
                                        issues.size(),
                                        count(issues, "opened"),
                                        count(issues, "closed")))
                .containsPattern(
                        "merge request +%d +%d +%d +%d "
                                .formatted(
                                        requests.size(),
                                        count(requests, "opened"),
                                        count(requests, "closed"),
                                        count(requests, "merged")))
                .containsPattern("candidate-without-metric-label +%d ".formatted(wanted(issues)));
    }

    private static long count(List<JsonNode> rows, String state) {
        return rows.stream().filter(row -> row.path("state").stringValue().equals(state)).count();
    }

    /** Open candidates that carry no metric label, by any of its names. */
    private static long wanted(List<JsonNode> issues) {
        return issues.stream()
                .filter(issue -> issue.path("state").stringValue().equals("opened"))
                .map(ConnectIT::labels)
                .filter(labels -> labels.contains(CANDIDATE))
                .filter(labels -> labels.stream().noneMatch(l -> l.startsWith("ProdSecEngMetric")))
                .count();
    }

    private static List<String> labels(JsonNode issue) {
        return StreamSupport.stream(issue.path("labels").spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static long requests(String out) {
        return REQUESTS.matcher(out)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
    }

    private static void keepsNoTokenIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .noneMatch(file -> holds(file, SandboxRun.TOKEN));
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
