package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.domain.Happening;
import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.World;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Makes of what happened a delivery for each hook that wants it. */
public final class HookDesk {

    private final World world;
    private final HookBodies bodies;
    private final JsonMapper json;

    public HookDesk(World world, HookBodies bodies, JsonMapper json) {
        this.world = world;
        this.bodies = bodies;
        this.json = json;
    }

    public void deliveries(
            Happening happening,
            Stream<Hook> hooks,
            Supplier<String> ids,
            Consumer<Delivery> sink) {
        var event = Event.of(happening);
        var places = world.above(happening.home());
        var wanting = hooks.filter(hook -> hook.wants(event.flag(), places)).toList();
        if (wanting.isEmpty()) {
            return;
        }
        String body = json.writeValueAsString(bodies.of(happening));
        wanting.forEach(hook -> sink.accept(delivery(happening, event, hook, ids.get(), body)));
    }

    /** The delivery that one hook gets whether it wants such events or not. */
    public Delivery sample(Happening happening, Hook hook, String id) {
        String body = json.writeValueAsString(bodies.of(happening));
        return delivery(happening, Event.of(happening), hook, id, body);
    }

    private static Delivery delivery(
            Happening happening, Event event, Hook hook, String id, String body) {
        return new Delivery(hook, event.header(), event.trigger(), lane(happening), id, body);
    }

    private static String lane(Happening happening) {
        return happening instanceof Happening.ToItem told
                ? told.item().noteableType() + told.item().id()
                : happening.home().toString();
    }
}
