package dev.pavior.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** The frozen copies of released schemas: {@code released/<topic>/<version>.avsc}. */
final class Released {

    private static final Path FOLDER = Path.of("src/test/resources/released");

    private Released() {}

    /** Every version of a topic's schema, oldest first. */
    static List<Schema> versionsOf(Topic topic) {
        var versions = new ArrayList<Schema>();
        for (int n = 1; Files.exists(file(topic, n)); n++) {
            // A parser of its own for each: they all define the same names.
            versions.add(new Schema.Parser().parse(read(file(topic, n))));
        }
        return versions;
    }

    /** The topics that have a folder, by name. */
    static List<String> topics() {
        try (var folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** File → SHA-256 as {@code digests.txt} lists them, in the format of {@code sha256sum}. */
    static Map<String, String> listedDigests() {
        var digests = new TreeMap<String, String>();
        for (var line : read(FOLDER.resolve("digests.txt")).lines().toList()) {
            var columns = line.split("\\s+");
            digests.put(columns[1], columns[0]);
        }
        return digests;
    }

    /** File → SHA-256 as the files are. */
    static Map<String, String> realDigests() {
        try (var files = Files.walk(FOLDER)) {
            var digests = new TreeMap<String, String>();
            files.filter(file -> file.toString().endsWith(".avsc"))
                    .forEach(
                            file ->
                                    digests.put(
                                            FOLDER.relativize(file).toString().replace('\\', '/'),
                                            sha256(read(file))));
            return digests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what the next frozen copy would be, and says how to take it over. */
    static String proposeNext(Topic topic, Schema schema) {
        int next = versionsOf(topic).size() + 1;
        var proposal = Path.of("target/released", topic.name(), next + ".avsc");
        var text = SchemaFormatter.format("json/pretty", schema) + "\n";
        try {
            Files.createDirectories(proposal.getParent());
            Files.writeString(proposal, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return """
               the schema of %s differs from its newest frozen copy.
               If the change is meant, copy schemas/%s to %s
               and add this line to %s:
               %s  %s/%d.avsc
               """
                .formatted(
                        topic.name(),
                        proposal,
                        file(topic, next),
                        FOLDER.resolve("digests.txt"),
                        sha256(text),
                        topic.name(),
                        next);
    }

    private static Path file(Topic topic, int version) {
        return FOLDER.resolve(topic.name()).resolve(version + ".avsc");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
