package dev.pavior.intake.doctor;

import dev.pavior.intake.gitlab.Container.Kind;
import dev.pavior.intake.webhook.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes down what a hook should be.
 *
 * @param sender knows the secrets that deliveries are to carry, as they are now
 */
record HookForm(DoctorSource source, Supplier<Source> sender) {

    Map<String, Object> create(Kind kind) {
        var form = new LinkedHashMap<String, Object>();
        form.put("url", source.hookUrl());
        form.put("name", "Pavior");
        form.put("enable_ssl_verification", source.sslVerification());
        // GitLab switches it on where nothing is said.
        form.put("push_events", false);
        Needs.of(kind).forEach(event -> form.put(event, true));
        secret(form);
        return form;
    }

    /** Only what is missing; the address as it stands, since another one would take the secret. */
    Map<String, Object> complete(Hook hook, Collection<String> events) {
        var form = new LinkedHashMap<String, Object>();
        form.put("url", hook.url());
        events.forEach(event -> form.put(event, true));
        if (source.sendSecret()) {
            secret(form);
        }
        return form;
    }

    private void secret(Map<String, Object> form) {
        var now = sender.get();
        if (!now.signingToken().isBlank()) {
            form.put("signing_token", now.signingToken());
        } else {
            form.put("token", now.token());
        }
    }
}
