package dev.pavior.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The charter of the tests: the team's vocabulary, and a team with one project of its own. */
public final class TestCharter {

    private static final String TEAM =
            """
            name: Product Security Engineering
            time_zone: Etc/UTC
            projects: [101]
            mentions: []
            """;

    private TestCharter() {}

    /** Puts the files into a new folder. */
    public static Path folder() {
        try {
            var folder = Files.createTempDirectory("pavior-charter-");
            var taxonomy =
                    Path.of(System.getProperty("pavior.root"), "deploy/charter/taxonomy.yaml");
            Files.copy(taxonomy, folder.resolve("taxonomy.yaml"));
            Files.writeString(folder.resolve("team.yaml"), TEAM);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
