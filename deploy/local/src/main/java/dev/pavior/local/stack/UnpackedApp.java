package dev.pavior.local.stack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A runnable jar laid out flat: it starts with a third less work than from jars within a jar, and a
 * later build does not pull anything away under a process that runs.
 */
final class UnpackedApp {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private final Path folder;

    UnpackedApp(Path folder) {
        this.folder = folder;
    }

    /** The flat jar, unpacked now unless that was done for this very build. */
    Path of(Path built) throws IOException {
        var jar = folder.resolve("app.jar");
        var stamp = folder.resolve("unpacked-from");
        var build = Files.getLastModifiedTime(built) + " " + Files.size(built);
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(build)) {
            clear();
            unpack(built, jar);
            Files.writeString(stamp, build);
        }
        return jar;
    }

    private void unpack(Path built, Path jar) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        try (var source = new JarFile(built.toFile());
                var flat = new JarOutputStream(out(jar), manifest(source))) {
            for (var entry : source.stream().toList()) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.getName().startsWith(LIBRARIES)) {
                    copyLibrary(source, entry);
                } else if (entry.getName().startsWith(CLASSES)) {
                    copyClass(source, entry, flat);
                }
            }
        }
    }

    private void copyLibrary(JarFile source, JarEntry entry) throws IOException {
        var library = folder.resolve("lib").resolve(fileName(entry.getName()));
        try (var content = source.getInputStream(entry)) {
            Files.copy(content, library, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void copyClass(JarFile source, JarEntry entry, JarOutputStream flat)
            throws IOException {
        flat.putNextEntry(new JarEntry(entry.getName().substring(CLASSES.length())));
        try (var content = source.getInputStream(entry)) {
            content.transferTo(flat);
        }
        flat.closeEntry();
    }

    /** Names the main class, and the libraries in the order the build gave them. */
    private static Manifest manifest(JarFile source) throws IOException {
        var start = source.getManifest().getMainAttributes().getValue("Start-Class");
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, start);
        attributes.put(
                Attributes.Name.CLASS_PATH,
                String.join(" ", libraries(source).stream().map(name -> "lib/" + name).toList()));
        return manifest;
    }

    private static List<String> libraries(JarFile source) throws IOException {
        try (var index = source.getInputStream(source.getEntry("BOOT-INF/classpath.idx"))) {
            // One line for each: - "BOOT-INF/lib/name.jar"
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> fileName(line.substring(0, line.lastIndexOf('"'))))
                    .toList();
        }
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static BufferedOutputStream out(Path jar) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(jar));
    }

    private void clear() throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
