package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.reading.ListingGitLab.Reply;
import dev.pavior.intake.reading.ListingGitLab.Row;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrearsTest {

    private static final Place GROUP = new Place(Place.Kind.GROUP, 1, "acme", null);
    private static final Row OLD = new Row(1, Instant.parse("2020-03-10T12:00:00Z"), "x");
    private static final Row NEW = new Row(2, Instant.parse("2026-03-10T12:00:00Z"), "x");
    private static final String DETAILS = "{\"data\":{\"project\":{\"workItems\":{\"nodes\":[]}}}}";
    private static final String TIMEOUT = "{\"errors\":[{\"message\":\"Timeout on validation\"}]}";

    private final ListingGitLab server = new ListingGitLab();
    private final AtomicInteger queries = new AtomicInteger();
    private final Desk desk = Desks.of(server.client());
    private final Reconcile reconcile = new Reconcile(desk, GROUP, new Issues(details()));
    private volatile String answer = TIMEOUT;

    private IssueDetails details() {
        return new IssueDetails(
                server.client(),
                new Abilities(
                        Set.of(
                                "Project.workItems(iids)",
                                "WorkItemWidgetHealthStatus.healthStatus")));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void readsAgainWhoseDetailsWereNotAnsweredOnce() {
        // Given
        serve();
        reconcile.run();
        answer = DETAILS;
        var before = server.requests().size();

        // When
        reconcile.run();
        reconcile.run();

        // Then
        assertThat(server.requests().subList(before, server.requests().size()))
                .filteredOn(request -> request.contains("iids%5B%5D"))
                .as("the second look has nothing to make good")
                .singleElement()
                .asString()
                .startsWith("/projects/3/issues?")
                .contains("iids%5B%5D=1", "iids%5B%5D=2");
    }

    @Test
    void ceasesAfterSomeTries() {
        // Given
        serve();
        for (int i = 0; i < 6; i++) {
            reconcile.run();
        }
        var before = queries.get();

        // When
        reconcile.run();

        // Then
        assertThat(queries.get()).isEqualTo(before);
    }

    private void serve() {
        server.lists("/groups/1/issues", List.of(OLD, NEW))
                .lists("/projects/3/issues", List.of(OLD, NEW))
                .says(
                        "/api/graphql",
                        query -> {
                            queries.incrementAndGet();
                            return new Reply(200, answer);
                        });
    }
}
