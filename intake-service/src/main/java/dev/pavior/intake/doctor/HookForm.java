package dev.pavior.intake.doctor;

import dev.pavior.intake.gitlab.Container.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes down what a hook should be.
 *
 * @param token secret token that deliveries are to carry; empty for none
 * @param signingToken token that they are to be signed with; empty for none
 */
record HookForm(DoctorSource source, String token, String signingToken) {

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
        if (!signingToken.isBlank()) {
            form.put("signing_token", signingToken);
        } else if (!token.isBlank()) {
            form.put("token", token);
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "HookForm[" + source + "]";
    }
}
