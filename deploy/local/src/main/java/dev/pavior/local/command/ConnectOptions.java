package dev.pavior.local.command;

import dev.pavior.local.connect.check.ConnectRefusal;
import dev.pavior.local.connect.check.Target;
import dev.pavior.local.connect.check.TokenFile;
import dev.pavior.local.process.Dist;
import dev.pavior.local.stack.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is read, with which token, and where it is kept. */
final class ConnectOptions {

    @Parameters(paramLabel = "URL", description = "Address of the GitLab.")
    private String url = "";

    @Option(
            names = "--group",
            paramLabel = "PATH",
            description = "Full path or id of a group to read, with all below it; again for more.")
    private List<String> groups = new ArrayList<>();

    @Option(
            names = "--project",
            paramLabel = "PATH",
            description = "Full path or id of a project to read; again for more.")
    private List<String> projects = new ArrayList<>();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            required = true,
            description = "File with a token of the scope read_api, and nothing else.")
    private Path tokenFile = Path.of("");

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder for what is read (default: one for each target in .pavior).")
    private @Nullable Path home;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the whole report there too, as Markdown.")
    private @Nullable Path report;

    Target target() {
        return Target.of(url, groups, projects);
    }

    TokenFile token() {
        return TokenFile.read(tokenFile);
    }

    Home home(Target target) {
        return Home.at(
                home == null
                        ? Dist.root().resolve(".pavior/connect").resolve(target.folder())
                        : home);
    }

    /** Where the report goes; better refused now than when all is read. */
    Optional<Path> report() {
        var file = Optional.ofNullable(report).map(Path::toAbsolutePath);
        file.map(Path::getParent)
                .filter(folder -> !Files.isWritable(folder))
                .ifPresent(
                        folder -> {
                            throw new ConnectRefusal("cannot write a report into " + folder);
                        });
        return file;
    }
}
