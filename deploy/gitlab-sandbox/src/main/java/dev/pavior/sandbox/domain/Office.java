package dev.pavior.sandbox.domain;

import java.util.function.Consumer;

/** All that can be done in a world. */
public record Office(
        World world, LabelBook labels, Issues issues, MergeRequests mergeRequests, Notes notes) {

    public static Office of(World world, Consumer<Happening> listener) {
        var labels = new LabelBook(world);
        var drafting = new Drafting(world, labels);
        var issues = new Issues(world, drafting, listener);
        var requests = new MergeRequests(world, drafting, issues, listener);
        return new Office(world, labels, issues, requests, new Notes(world, listener));
    }
}
