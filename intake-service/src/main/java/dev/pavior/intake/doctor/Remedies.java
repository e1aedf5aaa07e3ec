package dev.pavior.intake.doctor;

import dev.pavior.intake.doctor.Treatment.Complete;
import dev.pavior.intake.doctor.Treatment.Create;
import dev.pavior.intake.doctor.Treatment.ReadGap;
import dev.pavior.intake.doctor.Treatment.Resend;
import dev.pavior.intake.doctor.Treatment.Test;
import dev.pavior.intake.gitlab.Answer;
import dev.pavior.intake.gitlab.Answer.Found;
import dev.pavior.intake.gitlab.Answer.Rejected;
import dev.pavior.intake.gitlab.Container;
import dev.pavior.intake.gitlab.GitLabHooks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Does what was decided about the hooks of one source, each thing once. */
final class Remedies {

    /** GitLab allows five tests and five resends a minute. */
    private static final int A_MINUTE = 5;

    /** What a test can be made of; GitLab needs something of the kind in the project. */
    private static final List<String> TRIGGERS =
            List.of("issues_events", "merge_requests_events", "note_events");

    private final GitLabHooks hooks;
    private final HookForm form;
    private final GapReader reader;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Set<Container> strange = new HashSet<>();
    private final Turns tests = new Turns(A_MINUTE);
    private final Turns resends = new Turns(A_MINUTE);

    Remedies(
            GitLabHooks hooks,
            HookForm form,
            GapReader reader,
            MeterRegistry registry,
            Clock clock) {
        this.hooks = hooks;
        this.form = form;
        this.reader = reader;
        this.registry = registry;
        this.clock = clock;
    }

    Effect apply(Treatment treatment, Container container) {
        var effect = tried(treatment, container);
        registry.counter(
                        "pavior.hooks.treatments",
                        "source",
                        form.source().name(),
                        "treatment",
                        treatment.done(),
                        "outcome",
                        effect.word())
                .increment();
        return effect;
    }

    private Effect tried(Treatment treatment, Container container) {
        return switch (treatment) {
            case Create c -> create(container);
            case Complete complete -> complete(container, complete);
            case Test(var hook) -> test(container, hook);
            case Resend(var hook, long event) -> resend(container, hook, event);
            case ReadGap(var since) -> {
                reader.read(form.source().name(), since);
                yield new Effect.Worked();
            }
        };
    }

    /**
     * One that GitLab shows under another address would never be found, and made again for ever.
     */
    private Effect create(Container container) {
        if (strange.contains(container)) {
            return new Effect.Failed("GitLab shows the hook that it made under another address");
        }
        var answer = hooks.create(container, form.create(container.kind()));
        if (answer instanceof Found<JsonNode>(var json)
                && !Examination.isSame(json.path("url").asString(""), form.source().hookUrl())) {
            strange.add(container);
        }
        return effect(answer);
    }

    private Effect complete(Container container, Complete complete) {
        var hook = complete.hook();
        var answer = hooks.change(container, hook.id(), form.complete(hook, complete.events()));
        if (answer instanceof Found<JsonNode>(var json)
                && !Needs.missing(container.kind(), HookReading.hook(json)).isEmpty()) {
            return new Effect.Failed("GitLab did not switch all events on");
        }
        return effect(answer);
    }

    private Effect test(Container container, Hook hook) {
        Effect last = new Effect.Waits();
        for (var trigger : TRIGGERS) {
            if (!tests.take(clock.instant())) {
                return last;
            }
            var answer = hooks.test(container, hook.id(), trigger);
            last = effect(answer);
            if (!(answer instanceof Rejected<JsonNode>)) {
                return last;
            }
        }
        return last;
    }

    private Effect resend(Container container, Hook hook, long event) {
        if (!resends.take(clock.instant())) {
            return new Effect.Waits();
        }
        return switch (hooks.resend(container, hook.id(), event)) {
            case Rejected<JsonNode>(int status, String reason) -> new Effect.GivenUp(reason);
            case Answer.NotFound<JsonNode> n -> new Effect.GivenUp("the log no longer has it");
            case Answer<JsonNode> other -> effect(other);
        };
    }

    private static Effect effect(Answer<JsonNode> answer) {
        return switch (answer) {
            case Found<JsonNode> f -> new Effect.Worked();
            case Rejected<JsonNode>(int status, String reason) -> new Effect.Failed(reason);
            case Answer.Unavailable<JsonNode>(var after, String reason) ->
                    new Effect.Failed(reason);
            case Answer.TooLarge<JsonNode> t -> new Effect.Failed(t.reason());
            case Answer.NotFound<JsonNode> n -> new Effect.Failed("GitLab does not find it");
            case Answer.Forbidden<JsonNode> f -> new Effect.Failed("the token may not");
            case Answer.Refused<JsonNode> r -> new Effect.Failed("GitLab refuses the token");
        };
    }
}
