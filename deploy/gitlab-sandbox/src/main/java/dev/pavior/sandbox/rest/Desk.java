package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.World;
import dev.pavior.sandbox.shape.ItemShapes;
import dev.pavior.sandbox.shape.Links;
import dev.pavior.sandbox.shape.PeopleShapes;
import dev.pavior.sandbox.shape.PlaceShapes;
import dev.pavior.sandbox.shape.PlanningShapes;
import dev.pavior.sandbox.shape.TraceShapes;
import java.util.List;
import java.util.function.Function;

/** What all calls work with. */
record Desk(
        Office office,
        Links links,
        Places places,
        ItemFilter filter,
        PeopleShapes people,
        PlaceShapes homes,
        PlanningShapes planning,
        ItemShapes items,
        TraceShapes traces) {

    static Desk of(Office office, Links links) {
        var world = office.world();
        var people = new PeopleShapes(world, links);
        var planning = new PlanningShapes(world, links, people);
        return new Desk(
                office,
                links,
                new Places(world),
                new ItemFilter(world, office.labels()),
                people,
                new PlaceShapes(world, links),
                planning,
                new ItemShapes(world, office.labels(), links, people, planning),
                new TraceShapes(world, people, planning));
    }

    /** A page of a list. */
    <T> Answer page(Call call, List<T> all, Function<T, ?> shape) {
        return Paging.answer(call, links.instance(), all, shape);
    }

    World world() {
        return office.world();
    }
}
