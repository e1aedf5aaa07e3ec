package dev.pavior.local.command;

import dev.pavior.local.stack.Running;
import dev.pavior.local.stack.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints addresses and secrets of the running stack for a shell. */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        description = {
            "Prints addresses and secrets of the running stack as shell assignments.",
            "In a shell: set -a; eval \"$(./pavior env)\"; set +a"
        })
final class Env implements Callable<Integer> {

    @Mixin private final Place place = new Place();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        assignments(place.requireRunning(), Secrets.of(place.home()))
                .forEach((name, value) -> terminal.line(name + "=" + quoted(value)));
        return 0;
    }

    private Map<String, String> assignments(Running running, Secrets secrets) {
        var stack = running.stack(place.root(), place.home());
        var ports = stack.ports();
        var said = new LinkedHashMap<String, String>();
        said.put("PAVIOR_KAFKA_BOOTSTRAP", stack.bootstrap());
        said.put("PAVIOR_REGISTRY_URL", stack.registryUrl());
        said.put("PAVIOR_INTAKE_URL", ports.url("intake"));
        said.put("PAVIOR_LABELING_URL", ports.url("labeling"));
        said.put("PAVIOR_METRICS_URL", ports.url("metrics"));
        said.put("PAVIOR_HANDOFF_URL", ports.url("handoff"));
        said.put("PAVIOR_GITLAB_URL", running.demo() ? ports.url("sandbox") : "");
        said.put("PAVIOR_GITLAB_TOKEN", running.demo() ? secrets.gitlabAdmin() : "");
        said.put("PAVIOR_WEBHOOK_TOKEN", secrets.webhook());
        said.put("PAVIOR_API_TOKEN", secrets.api());
        return said;
    }

    /** A value that any POSIX shell takes as it is. */
    static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
