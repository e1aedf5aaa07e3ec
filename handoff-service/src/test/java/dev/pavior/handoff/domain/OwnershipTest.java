package dev.pavior.handoff.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    @Test
    void knowsWhoSpeaksForATeam() {
        assertThat(Charter.OWNERSHIP.team("Compliance"))
                .contains(new Owner("Compliance", "elena", "sam"));
    }

    @Test
    void knowsNobodyForATeamThatIsNotListed() {
        assertThat(Charter.OWNERSHIP.team("Unheard Of")).isEmpty();
    }

    @Test
    void refusesOneTeamWithDifferentManagers() {
        // Given
        var owners =
                Map.of(
                        "group::a", new Owner("Team", "mira", "jonas"),
                        "group::b", new Owner("Team", "elena", "jonas"));

        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ownership(owners))
                .withMessageContaining("\"Team\"");
    }
}
