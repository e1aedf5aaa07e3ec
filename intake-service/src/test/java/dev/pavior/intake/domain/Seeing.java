package dev.pavior.intake.domain;

import dev.pavior.intake.domain.Assembly.Revised;
import java.util.ArrayList;
import java.util.List;

/** Shows an item's sights to the assembly, one after the other. */
final class Seeing {

    private Seeing() {}

    static List<Assembly> all(List<Sight> sights) {
        var assemblies = new ArrayList<Assembly>();
        Memory memory = null;
        for (var sight : sights) {
            var assembly = Assembly.of(memory, sight);
            memory = assembly.memory();
            assemblies.add(assembly);
        }
        return assemblies;
    }

    static List<Revised> revisions(List<Sight> sights) {
        return all(sights).stream()
                .filter(Revised.class::isInstance)
                .map(Revised.class::cast)
                .toList();
    }

    static Facts last(List<Sight> sights) {
        return all(sights).getLast().memory().facts();
    }
}
