package dev.pavior.intake.webhook;

import static dev.pavior.intake.webhook.Deliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import dev.pavior.intake.webhook.Translation.NotOurs;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueHooksTest {

    @Test
    void readsAMilestone() {
        // Given
        var delivery =
                Deliveries.of(
                        """
                        {"object_kind":"milestone","event_type":"milestone","action":"create",
                         "project":{"id":1,"name":"Test","visibility_level":20,
                           "path_with_namespace":"team/test","default_branch":"main"},
                         "object_attributes":{"id":61,"iid":10,"title":"v1.0","state":"active",
                           "due_date":"2025-06-30","start_date":"2025-06-16",
                           "group_id":null,"project_id":1}}""");

        // When
        var milestone = delivery.main(CatalogEntry.class);

        // Then
        assertThat(milestone)
                .isEqualTo(
                        CatalogEntry.newBuilder()
                                .setEntry("gitlab.example/milestone/61")
                                .setHost("gitlab.example")
                                .setKind(CatalogKind.MILESTONE)
                                .setEntryId(61L)
                                .setIid(10L)
                                .setProjectId(1L)
                                .setName("v1.0")
                                .setState("active")
                                .setStartDate(LocalDate.of(2025, 6, 16))
                                .setDueDate(LocalDate.of(2025, 6, 30))
                                .setSeenAt(NOW)
                                .build());
        assertThat(delivery.beside(CatalogEntry.class))
                .extracting(CatalogEntry::getEntry)
                .containsExactly("gitlab.example/project/1", "gitlab.example/path/team/test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"action\":\"delete\",\"object_attributes\":{\"id\":61,\"state\":\"active\"}",
                "\"object_attributes\":{\"id\":61,\"state\":\"active\",\"action\":\"deleted\"}"
            })
    void readsThatAMilestoneIsNoMore(String fields) {
        // When
        var milestone =
                Deliveries.of("{\"object_kind\":\"milestone\"," + fields + "}")
                        .main(CatalogEntry.class);

        // Then
        assertThat(milestone.getState()).isEqualTo("deleted");
    }

    @Test
    void listsThePlaceTheLabelsAndThePeopleBesideAnItem() {
        // Given
        var delivery =
                Deliveries.of(
                        """
                        {"object_kind":"issue","object_attributes":{"iid":1},
                         "user":{"id":6,"username":"ada"},
                         "project":{"id":7,"name":"runner","visibility_level":0,
                           "path_with_namespace":"team/runner","default_branch":"main"},
                         "labels":[{"id":206,"title":"API","project_id":7},{"title":"no id"}],
                         "assignees":[{"id":6,"username":"ada"},{"id":8,"username":"grace"},{"name":"x"}]}
                        """);

        // When
        var entries = delivery.beside(CatalogEntry.class);

        // Then
        assertThat(entries)
                .extracting(CatalogEntry::getEntry, CatalogEntry::getEntryId, CatalogEntry::getName)
                .containsExactly(
                        tuple("gitlab.example/project/7", 7L, "runner"),
                        tuple("gitlab.example/path/team/runner", 7L, null),
                        tuple("gitlab.example/label/206", 206L, "API"),
                        tuple("gitlab.example/user/6", 6L, "ada"),
                        tuple("gitlab.example/user/8", 8L, "grace"));
        assertThat(entries.getFirst().getVisibility()).isEqualTo("private");
        assertThat(entries.getFirst().getDefaultBranch()).isEqualTo("main");
        assertThat(entries.getFirst().getFullPath()).isEqualTo("team/runner");
        assertThat(entries.get(1).getCategory()).isEqualTo("project");
    }

    @Test
    void listsNoMoreThanAnyoneNeedsFromOneHook() {
        // Given
        var labels = new StringBuilder("{\"id\":1,\"title\":\"l1\"}");
        for (int id = 2; id <= 10_000; id++) {
            labels.append(",{\"id\":").append(id).append(",\"title\":\"l").append(id).append("\"}");
        }
        var body =
                "{\"object_kind\":\"issue\",\"object_attributes\":{\"iid\":1,\"project_id\":2},\"labels\":[%s]}"
                        .formatted(labels);

        // When
        var entries = Deliveries.of(body).beside(CatalogEntry.class);

        // Then
        assertThat(entries).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "project_create, private, none",
                "project_rename, visibilitylevel|private, none",
                "project_transfer, private, none",
                "project_update, private, none",
                "project_destroy, private, deleted"
            })
    void readsWhatBecameOfAProject(String event, String visibility, String state) {
        // Given
        var delivery =
                Deliveries.of(
                        """
                        {"event_name":"%s","name":"Underscore","path":"underscore","project_id":73,
                         "path_with_namespace":"scores/underscore","project_visibility":"%s",
                         "old_path_with_namespace":"jsmith/overscore"}"""
                                .formatted(event, visibility));

        // When
        var project = delivery.main(CatalogEntry.class);

        // Then
        assertThat(project.getEntry()).isEqualTo("gitlab.example/project/73");
        assertThat(project.getFullPath()).isEqualTo("scores/underscore");
        assertThat(project.getVisibility()).isEqualTo("private");
        assertThat(project.getState()).isEqualTo(state);
        assertThat(delivery.beside(CatalogEntry.class))
                .extracting(CatalogEntry::getEntry)
                .isEqualTo(
                        state == null
                                ? java.util.List.of("gitlab.example/path/scores/underscore")
                                : java.util.List.of());
    }

    @Test
    void readsWhatBecameOfAGroup() {
        // Given
        var delivery =
                Deliveries.of(
                        "{\"event_name\":\"subgroup_create\",\"name\":\"s\",\"group_id\":10,\"full_path\":\"g/s\"}");

        // When
        var group = delivery.main(CatalogEntry.class);

        // Then
        assertThat(group.getEntry()).isEqualTo("gitlab.example/group/10");
        assertThat(delivery.beside(CatalogEntry.class))
                .singleElement()
                .satisfies(path -> assertThat(path.getCategory()).isEqualTo("group"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"project_explode", "user_create", "key_create", "group", ""})
    void leavesOtherEventsAlone(String event) {
        // When
        var translation =
                Deliveries.of("{\"event_name\":\"%s\",\"project_id\":1}".formatted(event))
                        .translated();

        // Then
        assertThat(translation).isEqualTo(new NotOurs("event"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object_kind\":\"milestone\",\"object_attributes\":{\"title\":\"v1\"}}",
                "{\"event_name\":\"project_create\",\"project_id\":null}"
            })
    void cannotReadAnEntryWithoutAnId(String body) {
        // When
        var translation = Deliveries.of(body).translated();

        // Then
        assertThat(translation).isEqualTo(new Unreadable("no-id"));
    }
}
