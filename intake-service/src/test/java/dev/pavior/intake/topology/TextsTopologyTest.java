package dev.pavior.intake.topology;

import static dev.pavior.intake.topology.Observations.ITEM;
import static dev.pavior.intake.topology.Observations.NOON;
import static dev.pavior.intake.topology.Observations.opened;
import static dev.pavior.intake.topology.Observations.sight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.v1.ItemText;
import dev.pavior.contract.v1.ItemTitle;
import dev.pavior.contract.v1.Observation;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTopologyTest {

    @TempDir private Path stateDir;
    private RunningAssembler assembler;

    @BeforeEach
    void start() {
        assembler = new RunningAssembler(stateDir);
    }

    @AfterEach
    void stop() {
        assembler.close();
    }

    @Test
    void publishesTheWordsThatTheStateRestsOn() {
        // When
        see(opened(NOON));

        // Then
        var item = assembler.workItems.readValue();
        assertThat(assembler.texts.readValuesToList())
                .containsExactly(
                        new ItemText(
                                ITEM,
                                item.getTextDigest(),
                                "Add a check",
                                "- [x] one\n- [ ] two",
                                false,
                                false,
                                NOON,
                                1L));
        assertThat(assembler.titles.readValuesToList())
                .containsExactly(new ItemTitle(ITEM, "Add a check", 1L));
    }

    @Test
    void publishesWordsOnceForTwinsRepetitionsAndLateSights() {
        // When
        see(opened(NOON.plusSeconds(9)));
        see(opened(NOON.plusSeconds(9)).setDeliveryId("twin"));
        see(opened(NOON).setTitle("Old").setDescription("old"));
        see(opened(NOON.plusSeconds(12)));

        // Then
        assertThat(assembler.texts.readValuesToList()).hasSize(1);
        assertThat(assembler.titles.readValuesToList()).hasSize(1);
    }

    @Test
    void cutsALongDescriptionBetweenCharacters() {
        // When
        see(opened(NOON).setDescription("x" + "€".repeat(30_000)));

        // Then
        var text = assembler.texts.readValue();
        assertThat(text.getCut()).isTrue();
        assertThat(text.getDescription()).isEqualTo("x" + "€".repeat(21_845));
    }

    @Test
    void takesTheTitleBackFromEverybodyWhenItBecomesConfidential() {
        // When
        see(opened(NOON));
        see(opened(NOON.plusSeconds(9)).setConfidential(true));

        // Then
        assertThat(assembler.titles.readKeyValuesToList().getLast())
                .isEqualTo(new KeyValue<>(ITEM, null));
        assertThat(assembler.texts.readValuesToList())
                .extracting(ItemText::getConfidential)
                .containsExactly(false, true);
    }

    @Test
    void takesAllWordsBackWhenItIsGone() {
        // When
        see(opened(NOON));
        see(
                sight(NOON)
                        .setValidAt(null)
                        .setSeenAt(NOON.plusSeconds(60))
                        .setSeen(List.of("gone"))
                        .setGoneReason("deleted"));

        // Then
        assertThat(assembler.titles.readKeyValuesToList().getLast())
                .isEqualTo(new KeyValue<>(ITEM, null));
        var withdrawn = assembler.texts.readRecordsToList().getLast();
        assertThat(withdrawn.value()).isNull();
        assertThat(EventHeaders.get(withdrawn.headers(), "ce_type"))
                .contains("dev.pavior.intake.texts.v1");
    }

    private void see(Observation.Builder seen) {
        assembler.observations.pipeInput(ITEM, seen.build());
    }
}
