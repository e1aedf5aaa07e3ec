package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.gitlab.GitLabSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class WishTest {

    private static final String SCOPE = "issues of group 1";
    private static final Instant UP_TO = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant USUAL = UP_TO.minus(Duration.ofMinutes(5));
    private static final Instant ASKED_AT = UP_TO.plusSeconds(60);
    private static final Instant GAP = UP_TO.minus(Duration.ofHours(3));

    private final Cursors cursors = new Cursors();
    private final GitLab gitLab =
            new GitLab(
                    new GitLabSource(
                            "default",
                            "http://127.0.0.1:1",
                            "",
                            "t",
                            "",
                            List.of(),
                            List.of(),
                            0.5,
                            600,
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(1),
                            DataSize.ofKilobytes(1)),
                    new SimpleMeterRegistry(),
                    Clock.systemUTC());
    private final Desk desk =
            new Desk(
                    gitLab,
                    null,
                    null,
                    cursors,
                    new ReadingSettings(
                            List.of(),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(10),
                            "0 30 2 * * *",
                            ZoneId.of("UTC"),
                            0.02,
                            5,
                            Duration.ofDays(7),
                            1),
                    Clock.systemUTC());

    @AfterEach
    void close() {
        gitLab.close();
    }

    private void knows(String scope, ReadState state, Instant startedAt, String position) {
        cursors.take(
                ReadCursor.newBuilder()
                        .setSource("default")
                        .setJob(ReadJob.RECONCILE)
                        .setScope(scope)
                        .setState(state)
                        .setPosition(position)
                        .setDoneCount(0)
                        .setStartedAt(startedAt)
                        .setUpdatedAt(startedAt)
                        .build());
    }

    private Instant reach() {
        return Wish.reach(desk, SCOPE, UP_TO);
    }

    @Test
    void reachesBackByTheOverlapWhereNobodyAsked() {
        assertThat(reach()).isEqualTo(USUAL);
    }

    @Test
    void reachesAsFarBackAsWasAskedUntilALaterLookIsDone() {
        // Given
        knows("asked", ReadState.DONE, ASKED_AT, GAP.toString());
        knows(SCOPE, ReadState.DONE, ASKED_AT.minusSeconds(1), null);
        var before = reach();

        // When
        knows(SCOPE, ReadState.RUNNING, ASKED_AT.plusSeconds(1), null);
        var underWay = reach();
        knows(SCOPE, ReadState.DONE, ASKED_AT.plusSeconds(2), null);

        // Then
        assertThat(before).isEqualTo(GAP);
        assertThat(underWay).isEqualTo(GAP);
        assertThat(reach()).isEqualTo(USUAL);
    }

    @Test
    void doesNotReachLessFarThanUsual() {
        // Given
        knows("asked", ReadState.DONE, ASKED_AT, UP_TO.toString());

        // When, Then
        assertThat(reach()).isEqualTo(USUAL);
    }

    @Test
    void isNotMisledByAWishForSomethingElse() {
        // Given
        knows("asked", ReadState.DONE, ASKED_AT, "anew");

        // When, Then
        assertThat(reach()).isEqualTo(USUAL);
    }
}
