package dev.pavior.local.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.Topics;
import dev.pavior.local.provision.TopicPlan.Found;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPlanTest {

    private static final TopicPlan ALONE = new TopicPlan(1);

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 2, 1", "3, 3, 2", "5, 3, 2"})
    void createsAMissingTopicWithAsManyReplicasAsTheClusterBears(
            int brokers, short replicas, String inSync) {
        // Given
        var plan = new TopicPlan(brokers);
        // When
        var step = plan.decide(Topics.WORK_ITEMS, Optional.empty());
        // Then
        assertThat(step).isEqualTo(new TopicStep.Create(Topics.WORK_ITEMS, replicas));
        assertThat(plan.settings(Topics.WORK_ITEMS)).containsEntry("min.insync.replicas", inSync);
    }

    @Test
    void leavesATopicAloneThatIsAsListed() {
        // Given
        var found = new Found(6, ALONE.settings(Topics.WORK_ITEMS));
        // When
        var step = ALONE.decide(Topics.WORK_ITEMS, Optional.of(found));
        // Then
        assertThat(step).isEqualTo(new TopicStep.Keep(Topics.WORK_ITEMS));
    }

    @Test
    void changesOnlyWhatDiffers() {
        // Given
        var found =
                new Found(
                        6,
                        Map.of(
                                "cleanup.policy", "delete",
                                "retention.ms", "1000",
                                "min.insync.replicas", "1",
                                "segment.bytes", "1073741824"));
        // When
        var step = ALONE.decide(Topics.WORK_ITEMS, Optional.of(found));
        // Then
        assertThat(step)
                .isEqualTo(new TopicStep.Change(Topics.WORK_ITEMS, Map.of("retention.ms", "-1")));
    }

    @Test
    void refusesAnotherPartitionCountWhateverElseDiffers() {
        // Given
        var found = new Found(3, Map.of());
        // When
        var step = ALONE.decide(Topics.WORK_ITEMS, Optional.of(found));
        // Then
        assertThat(step).isEqualTo(new TopicStep.Refuse(Topics.WORK_ITEMS, 3));
        assertThat(step.words()).contains("has 3 partitions where 6 are listed");
    }
}
