package dev.pavior.sandbox.journal;

import dev.pavior.sandbox.domain.Entity;
import dev.pavior.sandbox.domain.Ledger;
import dev.pavior.sandbox.domain.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends every change to a file of JSON lines and reads it back at the start; the last line of an
 * entity counts. Each line is handed to the system before the call returns, so a killed process
 * loses nothing; only a machine that loses power may.
 */
public final class Journal implements Ledger, AutoCloseable {

    private static final String FILE = "world.jsonl";

    private final Path file;
    private final JsonMapper json;
    private final OutputStream out;

    private Journal(Path file, JsonMapper json) throws IOException {
        this.file = file;
        this.json = json;
        cutTornLine(file);
        this.out =
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    public static Journal in(Path directory, JsonMapper json) {
        try {
            Files.createDirectories(directory);
            return new Journal(directory.resolve(FILE), json);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the journal in " + directory, e);
        }
    }

    public void replayInto(World world) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.lines().forEach(line -> replay(line, world));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public void kept(Entity entity) {
        append(entity, false);
    }

    @Override
    public void dropped(Entity entity) {
        append(entity, true);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void replay(String line, World world) {
        var entry = json.readValue(line, Entry.class);
        var entity = json.treeToValue(entry.value(), entry.type());
        if (entry.dropped()) {
            world.forget(entity);
        } else {
            world.restore(entity);
        }
    }

    private synchronized void append(Entity entity, boolean dropped) {
        var kind = entity.getClass().getSimpleName();
        try {
            byte[] line =
                    json.writeValueAsBytes(new Entry(kind, dropped, json.valueToTree(entity)));
            byte[] whole = Arrays.copyOf(line, line.length + 1);
            whole[line.length] = '\n';
            out.write(whole);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        } catch (JacksonException e) {
            throw new IllegalStateException("cannot keep a " + kind, e);
        }
    }

    /** A process killed in the middle of a write leaves half a line, of a change never answered. */
    private static void cutTornLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        byte[] all = Files.readAllBytes(file);
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        if (end < all.length) {
            Files.write(file, Arrays.copyOf(all, end));
        }
    }
}
