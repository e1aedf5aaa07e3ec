package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.domain.Happening;
import dev.pavior.sandbox.domain.Hook;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Makes of what happened a delivery for each hook that wants it. */
public final class HookDesk {

    private final HookBodies bodies;
    private final JsonMapper json;

    public HookDesk(HookBodies bodies, JsonMapper json) {
        this.bodies = bodies;
        this.json = json;
    }

    public void deliveries(
            Happening happening,
            Stream<Hook> hooks,
            Supplier<String> ids,
            Consumer<Delivery> sink) {
        var event = Event.of(happening);
        long project = happening.item().projectId();
        var wanting = hooks.filter(hook -> hook.wants(event.flag(), project)).toList();
        if (wanting.isEmpty()) {
            return;
        }
        String body = json.writeValueAsString(bodies.of(happening));
        wanting.forEach(hook -> sink.accept(delivery(happening, event, hook, ids.get(), body)));
    }

    private static Delivery delivery(
            Happening happening, Event event, Hook hook, String id, String body) {
        String lane = happening.item().noteableType() + happening.item().id();
        return new Delivery(hook, event.header(), event.trigger(), lane, id, body);
    }
}
