package dev.pavior.local.command;

import dev.pavior.contract.Topics;
import dev.pavior.local.provision.Provisioning;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin private final ClusterOptions cluster = new ClusterOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        new Provisioning(cluster.bootstrap(), cluster.registry(), terminal::line).run(Topics.all());
        return 0;
    }
}
