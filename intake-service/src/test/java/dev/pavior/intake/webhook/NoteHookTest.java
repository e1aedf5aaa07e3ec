package dev.pavior.intake.webhook;

import static dev.pavior.intake.webhook.Deliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.Note;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import dev.pavior.intake.webhook.Translation.NotOurs;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteHookTest {

    private static final String ISSUE =
            "\"issue\":{\"iid\":17,\"project_id\":5,\"confidential\":false}";
    private static final String REQUEST = "\"merge_request\":{\"iid\":4,\"target_project_id\":5}";

    @Test
    void readsACommentOnAnIssue() {
        // Given
        var delivery =
                Deliveries.of(
                                """
                                {"object_kind":"note","event_type":"note","project_id":5,
                                 "user":{"id":42,"username":"ada"},
                                 "object_attributes":{"id":1241,"note":"Hello","noteable_type":"Issue",
                                   "noteable_id":92,"author_id":43,"system":false,"action":"update",
                                   "created_at":"2015-05-17 17:06:40 UTC",
                                   "updated_at":"2015-05-17 18:06:40 UTC"},
                                 "issue":{"id":92,"iid":17,"project_id":5,"confidential":false}}
                                """)
                        .header("Idempotency-Key", "key-1");

        // When
        var note = delivery.main(Note.class);

        // Then
        assertThat(note)
                .isEqualTo(
                        Note.newBuilder()
                                .setItem("gitlab.example/5/issue/17")
                                .setHost("gitlab.example")
                                .setNoteId(1241)
                                .setAction("update")
                                .setAuthorId(43L)
                                .setActorId(42L)
                                .setConfidential(false)
                                .setSystem(false)
                                .setMentions(List.of())
                                .setText(null)
                                .setCreatedAt(Instant.parse("2015-05-17T17:06:40Z"))
                                .setUpdatedAt(Instant.parse("2015-05-17T18:06:40Z"))
                                .setOrigin(Origin.HOOK)
                                .setSource("default")
                                .setDeliveryId("key-1")
                                .setSeenAt(NOW)
                                .build());
    }

    @Test
    void keepsThatACommentCallsTheTeamAsAFactOfTheItem() {
        // Given
        var delivery =
                note("Could @prodsec look? Not `@security/paved-road`.", "MergeRequest", REQUEST);

        // When
        var note = delivery.main(Note.class);
        var seen = delivery.beside(Observation.class);

        // Then
        assertThat(note.getItem()).isEqualTo("gitlab.example/5/merge_request/4");
        assertThat(note.getMentions()).containsExactly("prodsec");
        assertThat(seen)
                .singleElement()
                .satisfies(
                        sight -> {
                            assertThat(sight.getItem()).isEqualTo(note.getItem());
                            assertThat(sight.getSeen()).containsExactly("mentionedInNote");
                            assertThat(sight.getMentionedInNote()).containsExactly("prodsec");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "#/pavior handoff accept#, true",
                "#Fine.\\n/pavior hold#, true",
                "#Say /pavior hold#, false",
                "#/pavioring#, false",
                "#```\\n/pavior hold\\n```#, false",
                "#```\\n```\\n/pavior hold#, true",
                "#Hello#, false"
            })
    void keepsTheWordsOnlyOfACommand(String words, boolean kept) {
        // When
        var text = note(words, "Issue", ISSUE).main(Note.class).getText();

        // Then
        assertThat(text).isEqualTo(kept ? words.replace("\\n", "\n") : null);
    }

    @Test
    void cutsALongCommandBetweenTwoCharacters() {
        // Given
        var words = "/pavior x" + "ü".repeat(Comment.TEXT_LIMIT);

        // When
        var text = note(words, "Issue", ISSUE).main(Note.class).getText();

        // Then
        assertThat(text).startsWith("/pavior xü").doesNotContain("\ufffd");
        assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                .isBetween(Comment.TEXT_LIMIT - 3, Comment.TEXT_LIMIT);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "note, #\"internal\":false#, #\"confidential\":false#, false",
                "note, #\"x\":0#, #\"confidential\":false#, false",
                "note, #\"internal\":false#, #\"x\":0#, true",
                "note, #\"internal\":true#, #\"confidential\":false#, true",
                "note, #\"internal\":\"no\"#, #\"confidential\":false#, true",
                "note, #\"internal\":false#, #\"confidential\":true#, true",
                "note, #\"internal\":false#, #\"confidential\":null#, true",
                "confidential_note, #\"internal\":false#, #\"confidential\":false#, true"
            })
    void treatsACommentOnAnIssueAsConfidentialUnlessToldOtherwise(
            String type, String ofNote, String ofIssue, boolean confidential) {
        // Given
        var body =
                """
                {"object_kind":"note","event_type":"%s","object_attributes":{"id":1,%s},
                 "issue":{"iid":17,"project_id":5,%s}}"""
                        .formatted(type, ofNote, ofIssue);

        // When
        var note = Deliveries.of(body).main(Note.class);

        // Then
        assertThat(note.getConfidential()).isEqualTo(confidential);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "#\"event_type\":\"note\"#, #\"x\":0#, Note Hook, false",
                "#\"x\":0#, #\"internal\":false#, Note Hook, false",
                "#\"x\":0#, #\"x\":0#, Note Hook, true",
                "#\"event_type\":\"note\"#, #\"internal\":true#, Note Hook, true",
                "#\"event_type\":\"note\"#, #\"internal\":false#, Confidential Note Hook, true"
            })
    void treatsACommentOnAMergeRequestAsConfidentialUnlessToldOtherwise(
            String type, String ofNote, String header, boolean confidential) {
        // Given
        var body =
                "{\"object_kind\":\"note\",%s,\"object_attributes\":{\"id\":1,%s},%s}"
                        .formatted(type, ofNote, REQUEST);

        // When
        var note = Deliveries.of(body).header("X-Gitlab-Event", header).main(Note.class);

        // Then
        assertThat(note.getConfidential()).isEqualTo(confidential);
    }

    @ParameterizedTest
    @CsvSource({"2015-05-17 17:06:40 UTC, create", "2015-05-17 17:09:40 UTC, update"})
    void tellsAChangedCommentByItsTimesWhereNothingSaysSo(String updated, String action) {
        // Given
        var body =
                """
                {"object_kind":"note","object_attributes":{"id":1,
                 "created_at":"2015-05-17 17:06:40 UTC","updated_at":"%s"},%s}"""
                        .formatted(updated, ISSUE);

        // When
        var note = Deliveries.of(body).main(Note.class);

        // Then
        assertThat(note.getAction()).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({
        "Commit, note:commit",
        "Snippet, note:snippet",
        "DesignManagement::Design, note:other"
    })
    void leavesCommentsOnOtherThingsAlone(String noteable, String reason) {
        // When
        var translation = note("@prodsec", noteable, ISSUE).translated();

        // Then
        assertThat(translation).isEqualTo(new NotOurs(reason));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "#\"object_attributes\":{\"id\":1,\"noteable_type\":\"Issue\"}#, no-iid",
                "#\"object_attributes\":{\"id\":1},\"issue\":{\"iid\":1}#, no-project",
                "#\"object_attributes\":{},\"issue\":{\"iid\":1,\"project_id\":2}#, no-id"
            })
    void saysWhyItCannotReadAComment(String fields, String reason) {
        // When
        var translation = Deliveries.of("{\"object_kind\":\"note\"," + fields + "}").translated();

        // Then
        assertThat(translation).isEqualTo(new Unreadable(reason));
    }

    @Test
    void readsACommentOnAGroupEpic() {
        // Given
        var body =
                """
                {"object_kind":"note","project":null,"project_id":null,"group":{"group_id":35},
                 "object_attributes":{"id":1,"noteable_type":"WorkItem","project_id":null},
                 "work_item":{"iid":3,"type":"Epic","project_id":null,"confidential":false}}""";

        // When
        var note = Deliveries.of(body).main(Note.class);

        // Then
        assertThat(note.getItem()).isEqualTo("gitlab.example/groups/35/epic/3");
    }

    private static Deliveries note(String words, String noteable, String parent) {
        return Deliveries.of(
                "{\"object_kind\":\"note\",\"object_attributes\":{\"id\":1,\"note\":\"%s\",\"noteable_type\":\"%s\"},%s}"
                        .formatted(words, noteable, parent));
    }
}
