package dev.pavior.intake.reading.sight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Origin;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SightsTest {

    private static final Look LOOK =
            new Look("default", "gitlab.example", Origin.POLL, Instant.EPOCH);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "#{\"approved\":true,\"approved_by\":[]}#, false",
                "#{\"approved\":true,\"approved_by\":[{\"user\":{\"id\":4}}]}#, true",
                "#{\"approved\":false,\"approved_by\":[{\"user\":{\"id\":4}}]}#, false",
                "#{\"approved\":true}#, true",
                "#{}#,",
            })
    void callsApprovedOnlyWhatSomebodyApproved(String approvals, Boolean approved) {
        // Given
        var key = ItemKey.parse("gitlab.example/3/merge_request/7");
        var sighting = new Sighting(key, LOOK);

        // When
        Sights.addApprovals(sighting, JsonMapper.builder().build().readTree(approvals));

        // Then
        var seen = sighting.done();
        assertThat(seen.getApproved()).isEqualTo(approved);
        assertThat(seen.getSeen().contains("approved")).isEqualTo(approved != null);
    }
}
