package dev.pavior.intake.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.domain.Field;
import dev.pavior.intake.domain.Presence;
import dev.pavior.intake.domain.State;
import dev.pavior.intake.domain.Text;
import dev.pavior.intake.domain.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MemorySerdeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    private final MemorySerde serde = new MemorySerde();

    @Test
    void readsWhatTheFirstVersionWrote() throws IOException {
        // Given
        var stored = HexFormat.of().parseHex(firstVersion());

        // When
        var memory = Memories.read(serde.deserializer().deserialize("memories", stored));

        // Then
        assertThat(memory.revision()).isEqualTo(4);
        assertThat(memory.deliveries()).containsExactly("d-1", "d-2");
        assertThat(memory.times().mergedSince()).isEqualTo(NOON);
        assertThat(memory.picture().known(Field.STATE).value()).isEqualTo(State.MERGED);
        assertThat(memory.picture().known(Field.LABELS).value())
                .containsExactly("bug", "group::code review");
        assertThat(memory.picture().known(Field.MILESTONE_ID).value()).isNull();
        assertThat(memory.picture().known(Field.TEXT).value())
                .isEqualTo(new Text("ab".repeat(32), 1, 2, List.of()));
        assertThat(memory.picture().known(Field.LINKS)).isNull();
        assertThat(memory.picture().presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(memory.told()).isEqualTo(Told.NOTHING);
    }

    @Test
    void writesWhatTheFirstVersionWroteSoThatItReadsTheSame() throws IOException {
        // Given
        var before =
                Memories.read(
                        serde.deserializer()
                                .deserialize("memories", HexFormat.of().parseHex(firstVersion())));
        var told = new Told(new Told.Words("d", true, NOON, 3), "t");
        var absent = new TreeMap<>(java.util.Map.of(NOON, "hidden"));
        var picture = before.picture();
        var memory =
                new dev.pavior.intake.domain.Memory(
                        before.revision(),
                        before.validFrom(),
                        before.newest(),
                        before.deliveries(),
                        before.times(),
                        new dev.pavior.intake.domain.Picture(
                                picture.fields(), new Presence(NOON.minusSeconds(9), absent)),
                        told);

        // When
        var stored = serde.serializer().serialize("memories", Memories.write(memory));

        // Then
        assertThat(Memories.read(serde.deserializer().deserialize("memories", stored)))
                .isEqualTo(memory);
    }

    private static String firstVersion() throws IOException {
        try (var file = MemorySerdeTest.class.getResourceAsStream("/memories/1.hex")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
    }
}
