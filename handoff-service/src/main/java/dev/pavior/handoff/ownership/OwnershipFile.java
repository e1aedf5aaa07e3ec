package dev.pavior.handoff.ownership;

import dev.pavior.handoff.domain.Owner;
import dev.pavior.handoff.domain.Ownership;
import dev.pavior.taxonomy.Labels;
import dev.pavior.taxonomy.file.StrictYaml;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shape of {@code ownership.yaml}: group label → owner. */
public record OwnershipFile(Map<String, Owner> owners) {

    /**
     * Reads who owns what.
     *
     * @param labels says which labels can name an owner
     * @throws IllegalArgumentException naming the file, line and key that are wrong
     */
    public static Ownership read(Path file, Labels labels) {
        var owners = new LinkedHashMap<String, Owner>();
        StrictYaml.read(file, OwnershipFile.class)
                .owners()
                .forEach(
                        (label, owner) -> {
                            requireGroupLabel(file, label, labels);
                            owners.put(label, owner);
                            requireAgreement(file, label, owners);
                        });
        return new Ownership(owners);
    }

    private static void requireGroupLabel(Path file, String label, Labels labels) {
        if (!labels.ownerLabels(List.of(label)).equals(List.of(label))) {
            var problem = "not a label of the scope " + labels.ownerScope();
            throw StrictYaml.mistake(file, problem, "owners", label);
        }
    }

    private static void requireAgreement(Path file, String label, Map<String, Owner> owners) {
        try {
            var _ = new Ownership(owners);
        } catch (IllegalArgumentException e) {
            throw StrictYaml.mistake(file, String.valueOf(e.getMessage()), "owners", label);
        }
    }
}
