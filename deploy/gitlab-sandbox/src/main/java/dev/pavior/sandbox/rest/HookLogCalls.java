package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.hooks.Delivery;
import dev.pavior.sandbox.hooks.DeliveryLog;
import dev.pavior.sandbox.hooks.Dispatcher;
import dev.pavior.sandbox.hooks.HookDesk;
import dev.pavior.sandbox.hooks.Logged;
import dev.pavior.sandbox.hooks.Outcome;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The calls on what a hook was sent: the log, sending again, and trying out. */
final class HookLogCalls {

    private final Desk desk;
    private final HookCalls hooks;
    private final HookPost post;
    private final Throttle throttle = new Throttle();

    /** What it takes to send something to a hook. */
    record HookPost(DeliveryLog log, Dispatcher dispatcher, HookDesk writing) {}

    HookLogCalls(Desk desk, HookCalls hooks, HookPost post) {
        this.desk = desk;
        this.hooks = hooks;
        this.post = post;
    }

    Answer list(Call call) {
        String status = call.fields().text("status", "");
        var log =
                post.log().of(hooks.found(call).id()).stream()
                        .filter(logged -> status.isEmpty() || logged.is(status))
                        .toList();
        return desk.page(call, log, Logged::shape);
    }

    /** The same body with the same key, to the hook as it now is. */
    Callable<Answer> resend(Call call) {
        var hook = hooks.found(call);
        throttle.pass("resend " + hook.id(), call.at());
        var past =
                post.log()
                        .find(hook.id(), call.number("event_id"))
                        .map(Logged::delivery)
                        .orElseThrow(Refusal::noSuchObject);
        if (!past.hook().url().equals(hook.url())) {
            throw Refusal.message(
                    422, "The hook URL has changed. This log entry cannot be retried.");
        }
        var again =
                new Delivery(
                        hook, past.event(), past.trigger(), past.lane(), past.id(), past.body());
        return () -> resent(post.dispatcher().sendNow(again));
    }

    private static Answer resent(Outcome outcome) {
        if (outcome.status() == 0) {
            return new Answer(422, Map.of("message", outcome.responseBody()), Map.of());
        }
        return Answer.created(Map.of("response_status", outcome.status()));
    }

    /** With the newest of what such a hook tells of. */
    Callable<Answer> test(Call call) {
        var hook = hooks.found(call);
        throttle.pass("test " + hook.id(), call.at());
        var delivery = sample(hook, call);
        return () -> tested(post.dispatcher().sendNow(delivery));
    }

    private Delivery sample(Hook hook, Call call) {
        var happening = Samples.of(call.path("trigger"), hook, desk.world(), call.deed());
        return post.writing().sample(happening, hook, UUID.randomUUID().toString());
    }

    private static Answer tested(Outcome outcome) {
        if (!outcome.received()) {
            String message =
                    outcome.status() == 0 ? outcome.responseBody() : "status " + outcome.status();
            return new Answer(422, Map.of("message", message), Map.of());
        }
        return Answer.created(Map.of("message", "201 Created"));
    }
}
