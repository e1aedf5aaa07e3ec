package dev.pavior.local.command;

import dev.pavior.local.proof.HookLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a hook at GitLab. */
final class HookOptions {

    @Option(
            names = "--gitlab",
            paramLabel = "URL",
            required = true,
            description = "Address of the GitLab.")
    private String gitlab = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            required = true,
            description = "Holds a token that may see its hooks.")
    private Path token = Path.of("");

    @Option(
            names = "--project",
            paramLabel = "ID|PATH",
            description = "The project the hook belongs to.")
    private @Nullable String project;

    @Option(
            names = "--group",
            paramLabel = "ID|PATH",
            description = "The group the hook belongs to, where it is a group's.")
    private @Nullable String group;

    @Option(names = "--hook", paramLabel = "ID", required = true, description = "Its id.")
    private long hook;

    List<HookLog.Entry> log() {
        if ((project == null) == (group == null)) {
            throw new Misused("say whose hook it is: --project or --group");
        }
        var container = project == null ? "groups/" + group : "projects/" + project;
        return HookLog.read(gitlab, secret(), container, hook);
    }

    private String secret() {
        try {
            return Files.readString(token).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
