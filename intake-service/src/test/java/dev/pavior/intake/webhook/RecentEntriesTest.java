package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentEntriesTest {

    private final RecentEntries recent = new RecentEntries();

    @Test
    void knowsAnEntryAgainHoweverLate() {
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
