package dev.pavior.intake.webhook;

import static dev.pavior.intake.webhook.Deliveries.NOW;
import static dev.pavior.intake.webhook.Deliveries.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.webhook.Translation.NotOurs;
import dev.pavior.intake.webhook.Translation.Sighted;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslatorTest {

    private final Translator translator = new Translator(java.util.List.of());

    @Test
    void readsAnIssue() {
        // Given
        var delivery =
                Deliveries.recorded("issue.json")
                        .header("X-Gitlab-Instance", "https://gitlab.com")
                        .header("Idempotency-Key", "key-1");

        // When
        var seen = observation(delivery);

        // Then
        assertThat(seen)
                .isEqualTo(
                        Observation.newBuilder()
                                .setItem("gitlab.com/14/issue/23")
                                .setHost("gitlab.com")
                                .setProjectId(14L)
                                .setKind(ItemKind.ISSUE)
                                .setIid(23)
                                .setGlobalId(301L)
                                .setOrigin(dev.pavior.contract.v1.Origin.HOOK)
                                .setSource("default")
                                .setDeliveryId("key-1")
                                .setAction("update")
                                .setActorId(51L)
                                .setValidAt(Instant.parse("2026-05-27T02:32:43.920Z"))
                                .setSeenAt(NOW)
                                .setSeen(
                                        java.util.List.of(
                                                "assigneeIds",
                                                "authorId",
                                                "closedAt",
                                                "confidential",
                                                "createdAt",
                                                "description",
                                                "labels",
                                                "milestoneId",
                                                "state",
                                                "status",
                                                "title",
                                                "type",
                                                "weight"))
                                .setType("Incident")
                                .setState(ItemState.CLOSED)
                                .setTitle("Rotate the runner tokens")
                                .setDescription(null)
                                .setLabels(
                                        java.util.List.of(
                                                "ProdSecEngMetric::Paved Road", "group::runner"))
                                .setMilestoneId(null)
                                .setWeight(3)
                                .setStatus("In dev")
                                .setConfidential(false)
                                .setAuthorId(51L)
                                .setAssigneeIds(java.util.List.of(4L, 51L))
                                .setCreatedAt(Instant.parse("2013-12-03T17:15:43Z"))
                                .setClosedAt(Instant.parse("2026-05-27T02:32:43Z"))
                                .build());
    }

    @Test
    void readsAMergeRequest() {
        // Given
        var delivery = Deliveries.recorded("merge-request.json");

        // When
        var seen = observation(delivery);

        // Then
        assertThat(seen.getItem()).isEqualTo("gitlab.example/7/merge_request/4");
        assertThat(seen.getState()).isEqualTo(ItemState.MERGED);
        assertThat(seen.getConfidential()).isFalse();
        assertThat(seen.getDraft()).isTrue();
        assertThat(seen.getReviewerIds()).containsExactly(6L, 8L);
        assertThat(seen.getAssigneeIds()).containsExactly(29L);
        assertThat(seen.getTargetBranch()).isEqualTo("main");
        assertThat(seen.getValidAt()).isEqualTo(Instant.parse("2017-12-10T17:08:07Z"));
        assertThat(seen.getSeen())
                .contains("confidential", "draft", "reviewerIds", "labels")
                .doesNotContain("mergedAt", "closedAt", "weight", "type");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "#\"object_attributes\":{\"iid\":1,\"project_id\":2}#, gitlab.example/2/issue/1",
                "#\"project\":null,\"project_id\":3,\"object_attributes\":{\"iid\":1}#,"
                        + " gitlab.example/3/issue/1",
                "#\"project\":{\"id\":4},\"object_attributes\":{\"iid\":1,\"project_id\":9}#,"
                        + " gitlab.example/4/issue/1",
                "#\"group\":{\"group_id\":5},\"object_attributes\":{\"iid\":1,\"type\":\"Epic\"}#,"
                        + " gitlab.example/groups/5/epic/1"
            })
    void findsTheProjectWhereverItStands(String body, String item) {
        // When
        var seen = observation(Deliveries.of("{\"object_kind\":\"work_item\"," + body + "}"));

        // Then
        assertThat(seen.getItem()).isEqualTo(item);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "#{\"object_kind\":\"issue\"}#, no-iid",
                "#{\"object_kind\":\"issue\",\"object_attributes\":7}#, no-iid",
                "#{\"object_kind\":\"issue\",\"object_attributes\":{\"iid\":0}}#, no-iid",
                "#{\"object_kind\":\"issue\",\"object_attributes\":{\"iid\":1}}#, no-project",
                "#{\"object_kind\":\"work_item\",\"object_attributes\":"
                        + "{\"iid\":1,\"type\":\"Epic\"}}#, no-project",
                "#{\"object_kind\":\"merge_request\",\"object_attributes\":{}}#, no-iid",
                "#{\"object_kind\":7}#, no-kind",
                "#{}#, no-kind",
                "#[]#, not-an-object",
                "#\"issue\"#, not-an-object",
                "#{\"object_kind\":#, not-json",
                "#{} {}#, not-json",
                "##, not-an-object"
            })
    void saysWhyItCannotReadABody(String body, String reason) {
        // When
        var translation = translate(Deliveries.of(body == null ? "" : body));

        // Then
        assertThat(translation).isEqualTo(new Unreadable(reason));
    }

    @Test
    void cannotReadWhatIsNotUtf8() {
        // Given
        var body = "{\"object_kind\":\"note?\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        body[20] = (byte) 0xc3;

        // When
        var translation = translate(Deliveries.of(body));

        // Then
        assertThat(translation).isEqualTo(new Unreadable("not-json"));
    }

    @Test
    void isNotExhaustedByNesting() {
        // Given
        var deep = "{\"object_kind\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        // When
        var translation = translate(Deliveries.of(deep));

        // Then
        assertThat(translation).isEqualTo(new Unreadable("over-limits"));
    }

    @ParameterizedTest
    @CsvSource({
        "object_kind, pipeline, kind:pipeline",
        "object_kind, push, kind:push",
        "object_kind, car, kind:other",
        "object_kind, '', kind:other",
        "event_name, user_create, event",
        "event_name, project_explode, event"
    })
    void leavesOtherKindsAlone(String field, String value, String reason) {
        // When
        var translation = translate(Deliveries.of("{\"%s\":\"%s\"}".formatted(field, value)));

        // Then
        assertThat(translation).isEqualTo(new NotOurs(reason));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "false, Issue Hook, issue, false, true",
                "true, Issue Hook, issue, true, true",
                "none, Issue Hook, issue, true, false",
                "false, Confidential Issue Hook, issue, true, true",
                "none, Issue Hook, confidential_issue, true, true",
                "\"no\", Issue Hook, issue, true, true",
                "\"false\", Issue Hook, issue, true, true",
                "0, Issue Hook, issue, true, true",
                "null, Issue Hook, issue, true, true"
            })
    void treatsAnIssueAsConfidentialUnlessToldOtherwise(
            String flag, String header, String type, boolean confidential, boolean seen) {
        // Given
        var attribute = flag == null ? "" : ",\"confidential\":" + flag;
        var body =
                "{\"object_kind\":\"issue\",\"event_type\":\"%s\",\"object_attributes\":{\"iid\":1,\"project_id\":2%s}}"
                        .formatted(type, attribute);

        // When
        var observed = observation(Deliveries.of(body).header("X-Gitlab-Event", header));

        // Then
        assertThat(observed.getConfidential()).isEqualTo(confidential);
        assertThat(observed.getSeen().contains("confidential")).isEqualTo(seen);
    }

    @Test
    void namesAFlagOfConfidentialityThatCannotBeRead() {
        // Given
        var body =
                "{\"object_kind\":\"issue\",\"object_attributes\":{\"iid\":1,\"project_id\":2,\"confidential\":1}}";

        // When
        var sighted = (Sighted) translate(Deliveries.of(body));

        // Then
        assertThat(sighted.misread()).containsExactly("confidential");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "weight, #\"heavy\"#",
                "weight, -1",
                "weight, 99999999999",
                "labels, #[\"good\", {\"colour\": 1}]#",
                "labels, #\"bug\"#",
                "state, #\"exploded\"#",
                "created_at, #\"yesterday\"#",
                "milestone_id, #{}#",
                "assignee_ids, #[null]#",
                "title, 12",
                "description, []",
                "status, 4"
            })
    void skipsAFieldOfTheWrongType(String attribute, String value) {
        // Given
        var body =
                "{\"object_kind\":\"issue\",\"object_attributes\":{\"iid\":1,\"project_id\":2,\"%s\":%s}}"
                        .formatted(attribute, value);

        // When
        var sighted = (Sighted) translate(Deliveries.of(body));

        // Then
        assertThat(sighted.misread()).hasSize(1);
        assertThat(observation(sighted).getSeen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-27T02:32:43.920Z, 2026-05-27T02:32:43.920Z",
        "2013-12-03T17:15:43Z, 2013-12-03T17:15:43Z",
        "2017-09-15 16:52:00 UTC, 2017-09-15T16:52:00Z",
        "2017-09-15 16:52:00.250 UTC, 2017-09-15T16:52:00.250Z",
        "2017-09-15 18:52:00 +0200, 2017-09-15T16:52:00Z",
        "2017-09-15T18:52:00+02:00, 2017-09-15T16:52:00Z",
        "2026-05-27T02:32:43.920123Z, 2026-05-27T02:32:43.920Z",
        // A whole second means that only the second was told.
        "2026-05-27T02:32:43.000Z, 2026-05-27T02:32:43.001Z"
    })
    void readsTimesInEverySpelling(String time, Instant expected) {
        // Given
        var body =
                "{\"object_kind\":\"issue\",\"object_attributes\":{\"iid\":1,\"project_id\":2,\"updated_at\":\"%s\"}}"
                        .formatted(time);

        // When
        var seen = observation(Deliveries.of(body));

        // Then
        assertThat(seen.getValidAt()).isEqualTo(expected);
    }

    @Test
    void namesADeliveryWithoutAKeyByItsContent() {
        // Given
        var body = "{\"object_kind\":\"issue\",\"object_attributes\":{\"iid\":1,\"project_id\":2}}";
        var first = Deliveries.of(body).header("X-Gitlab-Event", "Issue Hook");
        var again = Deliveries.of(body).header("X-Gitlab-Event", "Issue Hook");
        var other = Deliveries.of(body + " ").header("X-Gitlab-Event", "Issue Hook");

        // When
        var id = observation(first).getDeliveryId();

        // Then
        assertThat(id).hasSize(64).isEqualTo(observation(again).getDeliveryId());
        assertThat(id).isNotEqualTo(observation(other).getDeliveryId());
    }

    @Test
    void doesNotSeeATextThatFitsNoRecord() {
        // Given
        var body =
                "{\"object_kind\":\"issue\",\"object_attributes\":{\"iid\":1,\"project_id\":2,\"description\":\"%s\"}}"
                        .formatted("x".repeat(ItemFields.TEXT_LIMIT + 1));

        // When
        var sighted = (Sighted) translate(Deliveries.of(body));

        // Then
        assertThat(sighted.misread()).containsExactly("description");
        assertThat(observation(sighted).getDescription()).isNull();
    }

    private Observation observation(Deliveries delivery) {
        return observation((Sighted) translate(delivery));
    }

    private static Observation observation(Sighted sighted) {
        return (Observation) sighted.main().value();
    }

    private Translation translate(Deliveries delivery) {
        return translator.translate(delivery.build(), SOURCE);
    }
}
