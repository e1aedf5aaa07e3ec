package dev.pavior.local.stack;

import dev.pavior.local.process.Child;
import dev.pavior.local.process.Dist;
import dev.pavior.local.process.Ports;
import dev.pavior.local.process.Program;
import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A part that this project builds, as a runnable jar.
 *
 * @param name the short name people know it by
 * @param floor where it stands among the parts
 * @param module folder of its module in the checkout
 * @param heap most memory for its objects
 * @param health path that answers 200 when it can do its work
 * @param healthHeaders what a request for that path must bring
 * @param environment its settings
 */
record App(
        String name,
        Part.Floor floor,
        String module,
        String heap,
        String health,
        Map<String, String> healthHeaders,
        Map<String, String> environment) {

    private static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED");

    void check(Stack stack) {
        Ports.require(stack.ports().of(name), name);
        var management = stack.ports().byName().get(name + "-management");
        if (management != null) {
            Ports.require(management, name + "'s management");
        }
        if (!Files.exists(jar(stack.root()))) {
            throw new StartFailure(
                    "%s is not built: %s is missing"
                            .formatted(name, stack.root().relativize(jar(stack.root()))));
        }
    }

    Child start(Stack stack) {
        var jvm = new ArrayList<>(JVM);
        jvm.add("-Xmx" + heap);
        var program =
                new Program(
                        name,
                        jvm,
                        List.of("-jar", unpacked(stack).toString()),
                        List.of(),
                        environment);
        return Child.start(program, Dist.of(stack.root()).lifeline(), stack.home().log(name));
    }

    private Path unpacked(Stack stack) {
        try {
            var lifeline = Dist.of(stack.root()).lifeline();
            return new UnpackedApp(stack.home().run().resolve(name), lifeline)
                    .of(jar(stack.root()));
        } catch (IOException e) {
            throw new StartFailure("cannot unpack " + name + ": " + e.getMessage(), e);
        }
    }

    private Path jar(Path root) {
        var artifact = Path.of(module).getFileName();
        return root.resolve(module).resolve("target/" + artifact + "-0.1.0-SNAPSHOT-app.jar");
    }
}
