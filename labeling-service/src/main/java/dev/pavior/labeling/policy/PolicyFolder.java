package dev.pavior.labeling.policy;

import dev.pavior.labeling.domain.Digest;
import dev.pavior.labeling.domain.Policy;
import dev.pavior.labeling.domain.PolicySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of policy files, read as one set. */
public final class PolicyFolder {

    private PolicyFolder() {}

    /**
     * Reads all {@code *.yaml} files of a folder, by name.
     *
     * @throws PolicyRefused where one of them is wrong; then none of them holds
     */
    public static PolicySet read(Path folder) {
        var reader = new PolicyFile(new CelConditions());
        var policies = new ArrayList<Policy>();
        var parts = new ArrayList<String>();
        for (var file : files(folder)) {
            var text = text(file);
            // The path from the charter's folder: the same on every machine.
            policies.addAll(reader.read(folder.getFileName() + "/" + file.getFileName(), text));
            parts.add(file.getFileName().toString());
            parts.add(text);
        }
        return new PolicySet(Digest.of(parts).substring(0, 12), unique(policies));
    }

    private static List<Policy> unique(List<Policy> policies) {
        try {
            new PolicySet("", policies);
            return policies;
        } catch (IllegalArgumentException e) {
            throw new PolicyRefused("policies", String.valueOf(e.getMessage()));
        }
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new PolicyRefused(folder.toString(), "cannot be read: " + e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new PolicyRefused(file.toString(), "cannot be read: " + e);
        }
    }
}
