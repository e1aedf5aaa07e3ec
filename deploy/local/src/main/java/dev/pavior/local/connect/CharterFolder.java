package dev.pavior.local.connect;

import dev.pavior.local.connect.check.ConnectRefusal;
import dev.pavior.local.connect.findings.Vocabulary;
import dev.pavior.taxonomy.file.TaxonomyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The folder with a team's configuration, read for its vocabulary. */
public record CharterFolder(Path folder) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * The vocabulary that holds now.
     *
     * @throws ConnectRefusal where a file is missing or wrong
     */
    public Vocabulary vocabulary() {
        try {
            var edition = TaxonomyFile.read(folder.resolve("taxonomy.yaml")).latest();
            return Vocabulary.of(edition, projects(folder.resolve("team.yaml")));
        } catch (IllegalArgumentException e) {
            throw new ConnectRefusal(String.valueOf(e.getMessage()), e);
        }
    }

    /** Only this of the file; the services look at the rest, and more strictly. */
    private static Set<Long> projects(Path team) {
        if (!Files.isReadable(team)) {
            throw new ConnectRefusal("there is no " + team);
        }
        try {
            return YAML.readTree(team.toFile()).path("projects").values().stream()
                    .map(id -> id.asLong(0))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (JacksonException e) {
            throw new ConnectRefusal(team + ": " + e.getOriginalMessage(), e);
        }
    }
}
