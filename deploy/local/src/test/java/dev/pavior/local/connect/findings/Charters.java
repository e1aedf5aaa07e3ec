package dev.pavior.local.connect.findings;

import dev.pavior.local.process.Dist;
import dev.pavior.taxonomy.file.TaxonomyFile;
import java.util.Set;

/** The vocabulary of the charter that lies in the checkout. */
public final class Charters {

    private Charters() {}

    public static Vocabulary vocabulary() {
        var file = Dist.root().resolve("deploy/charter/taxonomy.yaml");
        return Vocabulary.of(TaxonomyFile.read(file).latest(), Set.of(3L));
    }
}
