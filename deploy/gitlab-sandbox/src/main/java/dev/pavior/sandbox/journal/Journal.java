package dev.pavior.sandbox.journal;

import dev.pavior.sandbox.domain.Entity;
import dev.pavior.sandbox.domain.Ledger;
import dev.pavior.sandbox.domain.World;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Supplier;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends every change to a file of JSON lines and reads it back at the start; the last line of an
 * entity counts. What one turn changes is handed to the system before anybody hears of it, so a
 * killed process loses nothing; only a machine that loses power may.
 */
public final class Journal implements Ledger {

    private static final String FILE = "world.jsonl";

    private final Path file;
    private final JsonMapper json;
    private final OutputStream out;
    private final ByteArrayOutputStream turn = new ByteArrayOutputStream();
    private boolean inTurn;

    private Journal(Path file, JsonMapper json) throws IOException {
        this.file = file;
        this.json = json;
        cutTornLine(file);
        this.out =
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The world kept in a directory, or a new one that from now on is kept there. */
    public static World open(Path directory, JsonMapper mapper, Supplier<World> beginning) {
        var json = forgiving(mapper);
        try {
            Files.createDirectories(directory);
            var file = directory.resolve(FILE);
            if (!Files.exists(file)) {
                begin(file, json, beginning.get());
            }
            var world = new World(new Journal(file, json));
            replay(file, json, world);
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the world in " + directory, e);
        }
    }

    /** Lines of older sandboxes lack what came later. */
    private static JsonMapper forgiving(JsonMapper json) {
        return json.rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    }

    /** All of a new world is there, or none of it. */
    private static void begin(Path file, JsonMapper json, World world) throws IOException {
        var draft = file.resolveSibling(FILE + ".new");
        try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
            for (Entity entity : (Iterable<Entity>) world.everything()::iterator) {
                out.write(line(json, entity, false));
            }
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void replay(Path file, JsonMapper json, World world) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.lines().forEach(line -> replay(line, json, world));
        }
    }

    private static void replay(String line, JsonMapper json, World world) {
        var entry = json.readValue(line, Entry.class);
        var entity = json.treeToValue(entry.value(), entry.type());
        if (entry.dropped()) {
            world.forget(entity);
        } else {
            world.restore(entity);
        }
    }

    private static byte[] line(JsonMapper json, Entity entity, boolean dropped) {
        var kind = entity.getClass().getSimpleName();
        var entry = new Entry(kind, dropped, json.valueToTree(entity));
        return (json.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void kept(Entity entity) {
        append(entity, false);
    }

    @Override
    public void dropped(Entity entity) {
        append(entity, true);
    }

    private synchronized void append(Entity entity, boolean dropped) {
        turn.writeBytes(line(json, entity, dropped));
        if (!inTurn) {
            flush();
        }
    }

    @Override
    public synchronized void begin() {
        inTurn = true;
    }

    /** In one write: a killed process has told of all that belongs together, or of nothing. */
    @Override
    public synchronized void end() {
        inTurn = false;
        flush();
    }

    private void flush() {
        if (turn.size() == 0) {
            return;
        }
        try {
            out.write(turn.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        } finally {
            turn.reset();
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
