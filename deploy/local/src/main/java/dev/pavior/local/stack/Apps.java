package dev.pavior.local.stack;

import static dev.pavior.local.stack.Part.Floor.GITLAB;
import static dev.pavior.local.stack.Part.Floor.SERVICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The table of the parts that this project builds, and what each of them is told. */
final class Apps {

    private final Stack stack;
    private final PortPlan ports;
    private final Secrets secrets;
    private final UnaryOperator<@Nullable String> caller;

    /**
     * The table for one stack.
     *
     * @param caller looks a variable up in the environment of whoever starts it, null where unset
     */
    Apps(Stack stack, Secrets secrets, UnaryOperator<@Nullable String> caller) {
        this.stack = stack;
        this.ports = stack.ports();
        this.secrets = secrets;
        this.caller = caller;
    }

    List<App> all() {
        var apps =
                new ArrayList<>(
                        List.of(
                                service("intake", "128m", intake()),
                                service("labeling", "160m", labeling()),
                                service("metrics", "160m", Map.of()),
                                service("handoff", "160m", Map.of())));
        if (stack.demo()) {
            apps.add(sandbox());
        }
        return apps;
    }

    private App service(String name, String heap, Map<String, String> own) {
        var word = name.toUpperCase(Locale.ROOT);
        var environment = new TreeMap<String, String>();
        environment.put("PAVIOR_BIND", "127.0.0.1");
        environment.put("PAVIOR_" + word + "_PORT", "" + ports.of(name));
        environment.put("PAVIOR_" + word + "_MANAGEMENT_PORT", "" + ports.of(name + "-management"));
        environment.put("PAVIOR_KAFKA_BOOTSTRAP", stack.bootstrap());
        environment.put("PAVIOR_REGISTRY_URL", stack.registryUrl());
        environment.put("PAVIOR_STATE_DIR", stack.home().state().toString());
        environment.put("PAVIOR_CHARTER_DIR", stack.root().resolve("deploy/charter").toString());
        environment.put("PAVIOR_ACCESS_FILE", stack.home().accessFile().toString());
        if (!stack.demo()) {
            passOn(environment, "PAVIOR_CHARTER_DIR", "PAVIOR_ACCESS_FILE");
        }
        environment.putAll(own);
        return new App(name, SERVICE, name + "-service", heap, "/readyz", Map.of(), environment);
    }

    private Map<String, String> intake() {
        var settings = new TreeMap<String, String>();
        settings.put("PAVIOR_WEBHOOK_TOKEN", secrets.webhook());
        if (stack.demo()) {
            settings.put("PAVIOR_WEBHOOK_HOST", "127.0.0.1:" + ports.of("sandbox"));
            settings.putAll(sandboxReading());
            settings.putAll(sandboxHooks());
        } else {
            passOn(
                    settings,
                    "PAVIOR_WEBHOOK_HOST",
                    "PAVIOR_WEBHOOK_TOKEN",
                    "PAVIOR_WEBHOOK_TOKEN_PREVIOUS",
                    "PAVIOR_WEBHOOK_SIGNING_TOKEN",
                    "PAVIOR_WEBHOOK_SIGNING_TOKEN_PREVIOUS",
                    "PAVIOR_WEBHOOK_ENABLED");
            settings.putAll(reading());
            settings.putAll(hooks());
        }
        return settings;
    }

    /** The sandbox's groups get hooks of their own, as a GitLab would. */
    private Map<String, String> sandboxHooks() {
        return Map.of(
                "PAVIOR_GITLAB_HOOKS_TOKEN",
                secrets.gitlabAdmin(),
                "PAVIOR_INTAKE_PUBLIC_URL",
                ports.url("intake"),
                "PAVIOR_HOOKS_INTERVAL",
                "15s",
                "PAVIOR_HOOKS_LOG_INTERVAL",
                "1m");
    }

    /** What looks after the hooks of the caller's GitLab, where there is a token for them. */
    private Map<String, String> hooks() {
        var settings = new TreeMap<String, String>();
        passOn(settings, "PAVIOR_GITLAB_HOOKS_TOKEN", "PAVIOR_GITLAB_HOOKS_TOKEN_FILE");
        if (!settings.isEmpty()) {
            passOn(
                    settings,
                    "PAVIOR_INTAKE_PUBLIC_URL",
                    "PAVIOR_HOOKS_INTERVAL",
                    "PAVIOR_HOOKS_LOG_INTERVAL",
                    "PAVIOR_HOOKS_SSL_VERIFICATION",
                    "PAVIOR_HOOKS_SEND_SECRET",
                    "PAVIOR_HOOKS_CREATE",
                    "PAVIOR_HOOKS_COMPLETE",
                    "PAVIOR_HOOKS_RE_ENABLE",
                    "PAVIOR_HOOKS_RESEND");
        }
        return settings;
    }

    /** The sandbox sets no limit, and what lives in it is in two groups. */
    private Map<String, String> sandboxReading() {
        return Map.of(
                "PAVIOR_GITLAB_URL", ports.url("sandbox"),
                "PAVIOR_GITLAB_READ_TOKEN", secrets.gitlabRead(),
                "PAVIOR_GITLAB_GROUPS", "acme,product-security",
                "PAVIOR_GITLAB_REQUESTS_PER_MINUTE", "30000",
                "PAVIOR_READING_POLL_INTERVAL", "15s",
                "PAVIOR_READING_CATALOG_INTERVAL", "1m");
    }

    /** The caller's GitLab, where there is a token to read it with. */
    private Map<String, String> reading() {
        var settings = new TreeMap<String, String>();
        passOn(settings, "PAVIOR_GITLAB_READ_TOKEN", "PAVIOR_GITLAB_READ_TOKEN_FILE");
        // An address alone may be left from the sandbox, and nothing could be read there.
        if (!settings.isEmpty()) {
            passOn(
                    settings,
                    "PAVIOR_GITLAB_URL",
                    "PAVIOR_GITLAB_GROUPS",
                    "PAVIOR_GITLAB_PROJECTS",
                    "PAVIOR_GITLAB_SHARE",
                    "PAVIOR_GITLAB_REQUESTS_PER_MINUTE",
                    "PAVIOR_READING_POLL_INTERVAL",
                    "PAVIOR_READING_SWEEP_AT",
                    "PAVIOR_READING_SWEEP_ZONE");
        }
        return settings;
    }

    /** Labeling alone is told a token that may write to GitLab. */
    private Map<String, String> labeling() {
        var settings = new TreeMap<String, String>();
        if (stack.demo()) {
            settings.put("PAVIOR_GITLAB_URL", ports.url("sandbox"));
            settings.put("PAVIOR_GITLAB_WRITE_TOKEN", secrets.gitlabWrite());
        } else {
            passOn(settings, "PAVIOR_GITLAB_WRITE_TOKEN");
        }
        passOn(settings, "PAVIOR_DRY_RUN");
        // An address alone may be left from the sandbox, and labeling could not write there.
        if (!stack.demo() && !settings.isEmpty()) {
            passOn(settings, "PAVIOR_GITLAB_URL");
        }
        return settings;
    }

    private App sandbox() {
        var settings = new TreeMap<String, String>();
        settings.put("PAVIOR_SANDBOX_PORT", "" + ports.of("sandbox"));
        settings.put("PAVIOR_SANDBOX_ADMIN_TOKEN", secrets.gitlabAdmin());
        settings.put("PAVIOR_SANDBOX_WRITE_TOKEN", secrets.gitlabWrite());
        settings.put("PAVIOR_SANDBOX_READ_TOKEN", secrets.gitlabRead());
        settings.put("PAVIOR_SANDBOX_HOOK_URL", ports.url("intake") + "/webhooks/gitlab");
        settings.put("PAVIOR_SANDBOX_HOOK_TOKEN", secrets.webhook());
        settings.put("PAVIOR_SANDBOX_DATA_DIR", stack.home().sandbox().toString());
        settings.put("PAVIOR_SANDBOX_DEMO", "true");
        return new App(
                "sandbox",
                GITLAB,
                "deploy/gitlab-sandbox",
                "128m",
                "/api/v4/version",
                Map.of("PRIVATE-TOKEN", secrets.gitlabAdmin()),
                settings);
    }

    private void passOn(Map<String, String> settings, String... variables) {
        for (var variable : variables) {
            var value = caller.apply(variable);
            if (value != null && !value.isBlank()) {
                settings.put(variable, value);
            }
        }
    }
}
