package dev.pavior.local.command;

import dev.pavior.contract.Topics;
import dev.pavior.local.provision.Provisioning;
import dev.pavior.local.stack.PortPlan;
import dev.pavior.local.stack.Running;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Creates the topics and registers the schemas, of the running stack or of any cluster. */
@Command(
        name = "provision",
        mixinStandardHelpOptions = true,
        description = {
            "Creates the listed topics and registers their schemas; again does nothing.",
            "Works on the running stack unless an option or the environment names another."
        })
final class Provision implements Callable<Integer> {

    @Mixin private final Place place = new Place();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:PAVIOR_KAFKA_BOOTSTRAP}",
            description = "Address of the brokers; else PAVIOR_KAFKA_BOOTSTRAP.")
    private @Nullable String bootstrap;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "${env:PAVIOR_REGISTRY_URL}",
            description = "Address of the registry; else PAVIOR_REGISTRY_URL.")
    private @Nullable String registry;

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        new Provisioning(
                        said(bootstrap, ports -> "127.0.0.1:" + ports.of("kafka")),
                        said(registry, ports -> ports.url("registry")),
                        terminal::line)
                .run(Topics.all());
        return 0;
    }

    private String said(@Nullable String option, Function<PortPlan, String> own) {
        return Optional.ofNullable(option)
                .filter(value -> !value.isBlank())
                .orElseGet(() -> own.apply(ports()));
    }

    private PortPlan ports() {
        return place.running()
                .map(Running::ports)
                .map(PortPlan::new)
                .orElseGet(() -> PortPlan.of(0, System::getenv));
    }
}
