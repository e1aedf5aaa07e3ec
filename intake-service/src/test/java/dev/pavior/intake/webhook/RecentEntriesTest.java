package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentEntriesTest {

    private final Map<String, CatalogEntry> catalog = new HashMap<>();
    private final RecentEntries recent = new RecentEntries(catalog::get);

    @Test
    void knowsAnEntryAgain() {
        // Given
        recent.remember(user("ada", 1));

        // When
        var news = recent.isNews(user("ada", 2));

        // Then
        assertThat(news).isFalse();
    }

    @Test
    void tellsAnEntryThatChanged() {
        // Given
        recent.remember(user("ada", 1));

        // When
        var news = recent.isNews(user("lovelace", 2));

        // Then
        assertThat(news).isTrue();
    }

    @Test
    void forgetsWhatItWasNotAskedForTheLongest() {
        // Given
        recent.remember(user("first", 1));
        for (int i = 0; i < 10_000; i++) {
            recent.remember(entry("gitlab.example/label/" + i, "l" + i, 1));
        }

        // When
        var news = recent.isNews(user("first", 1));

        // Then
        assertThat(news).isTrue();
        assertThat(recent.isNews(entry("gitlab.example/label/9999", "l9999", 1))).isFalse();
    }

    @Test
    void tellsAnEntryAgainThatIsOutOfTheCatalogueForLong() {
        // Given: somebody may have removed it, believing that it is no more
        recent.remember(user("ada", 1));

        // When
        var news = recent.isNews(user("ada", 700));

        // Then
        assertThat(news).isTrue();
    }

    @Test
    void tellsNothingThatTheCatalogueHasHoweverOldAndAfterARestart() {
        // Given
        catalog.put("gitlab.example/user/6", blocked("ada"));

        // When
        var told = recent.filled(user("ada", 5000));

        // Then
        assertThat(recent.isNews(told)).isFalse();
    }

    @Test
    void takesNothingAwayThatAReadHasFound() {
        // Given
        catalog.put("gitlab.example/user/6", blocked("ada"));

        // When
        var told = recent.filled(user("lovelace", 2));

        // Then
        assertThat(told.value())
                .isEqualTo(
                        CatalogEntry.newBuilder(blocked("lovelace"))
                                .setSeenAt(Instant.ofEpochSecond(2))
                                .build());
        assertThat(recent.isNews(told)).isTrue();
    }

    @Test
    void fillsNothingFromWhatIsAnotherThing() {
        // Given: what GitLab gave the same name
        catalog.put(
                "gitlab.example/user/6",
                CatalogEntry.newBuilder(blocked("ada")).setEntryId(7L).build());

        // When
        var told = recent.filled(user("ada", 2));

        // Then
        assertThat(told).isEqualTo(user("ada", 2));
    }

    @Test
    void doesNotTakeWhatSendsHooksForDeleted() {
        // Given
        catalog.put(
                "gitlab.example/user/6",
                CatalogEntry.newBuilder(blocked("ada")).setState("deleted").build());

        // When
        var told = recent.filled(user("ada", 2));

        // Then
        assertThat(recent.isNews(told)).isTrue();
        assertThat(told).isEqualTo(user("ada", 2));
    }

    private static CatalogEntry blocked(String name) {
        return CatalogEntry.newBuilder((CatalogEntry) user(name, 1).value())
                .setState("blocked")
                .build();
    }

    private static Told user(String name, long second) {
        return entry("gitlab.example/user/6", name, second);
    }

    private static Told entry(String key, String name, long second) {
        return Told.listed(
                CatalogEntry.newBuilder()
                        .setEntry(key)
                        .setHost("gitlab.example")
                        .setKind(CatalogKind.USER)
                        .setName(name)
                        .setSeenAt(Instant.ofEpochSecond(second))
                        .build());
    }
}
