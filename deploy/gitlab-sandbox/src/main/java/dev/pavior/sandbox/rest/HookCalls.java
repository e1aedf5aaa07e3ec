package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.hooks.HookHealth;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls on the webhooks of projects, or of groups. */
final class HookCalls {

    private final Desk desk;
    private final HookHealth health;
    private final Function<Call, Home> home;

    HookCalls(Desk desk, HookHealth health, Function<Call, Home> home) {
        this.desk = desk;
        this.health = health;
        this.home = home;
    }

    Answer list(Call call) {
        var owner = home.apply(call);
        var hooks = desk.world().hooks.stream().filter(hook -> hook.of(owner)).toList();
        return desk.page(call, hooks, hook -> shape(hook, call));
    }

    Answer get(Call call) {
        return Answer.ok(shape(found(call), call));
    }

    Answer create(Call call) {
        var owner = home.apply(call);
        var blank =
                new Hook(
                        desk.world().hooks.nextId(),
                        owner.group() ? null : owner.id(),
                        owner.group() ? owner.id() : null,
                        "",
                        null,
                        null,
                        null,
                        null,
                        true,
                        Set.of("push_events"),
                        call.at());
        call.fields().required("url");
        var hook = desk.world().hooks.put(HookFields.edited(blank, call.fields()));
        return Answer.created(shape(hook, call));
    }

    Answer update(Call call) {
        var hook = desk.world().hooks.put(HookFields.edited(found(call), call.fields()));
        return Answer.ok(shape(hook, call));
    }

    Answer delete(Call call) {
        var hook = found(call);
        desk.world().hooks.remove(hook);
        desk.world().backoffs.find(hook.id()).ifPresent(desk.world().backoffs::remove);
        return Answer.gone();
    }

    private Map<String, @Nullable Object> shape(Hook hook, Call call) {
        return HookFields.shape(hook, health.of(hook), call.at());
    }

    Hook found(Call call) {
        var owner = home.apply(call);
        return desk.world()
                .hooks
                .find(call.number("hook_id"))
                .filter(hook -> hook.of(owner))
                .orElseThrow(Refusal::noSuchObject);
    }
}
