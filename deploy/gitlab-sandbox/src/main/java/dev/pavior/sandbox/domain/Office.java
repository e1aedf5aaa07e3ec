package dev.pavior.sandbox.domain;

import java.util.function.Consumer;

/** All that can be done in a world, and who hears of it. */
public record Office(
        World world,
        LabelBook labels,
        StatusBook statuses,
        Issues issues,
        Epics epics,
        MergeRequests mergeRequests,
        Approving approving,
        Notes notes,
        Awards awards,
        Linking linking,
        Consumer<Happening> listener) {

    public static Office of(World world, Consumer<Happening> listener) {
        Consumer<Happening> all = new Chronicle(world).andThen(listener);
        var labels = new LabelBook(world);
        var statuses = new StatusBook(world);
        var drafting = new Drafting(world, labels);
        var issues = new Issues(world, drafting, statuses, all);
        return new Office(
                world,
                labels,
                statuses,
                issues,
                new Epics(world, drafting, all),
                new MergeRequests(world, drafting, issues, all),
                new Approving(world, all),
                new Notes(world, all),
                new Awards(world, all),
                new Linking(world),
                all);
    }
}
