package dev.pavior.sandbox.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import dev.pavior.sandbox.Corpus;
import dev.pavior.sandbox.Receiver;
import dev.pavior.sandbox.RunningSandbox;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hooks go out as GitLab's do. */
class HookDeliveryIT {

    private static final String API = "/api/v4/projects/1";
    private static final String SIGNING = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static Receiver receiver;
    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() throws Exception {
        receiver = new Receiver(0);
        sandbox =
                RunningSandbox.with(
                        Map.of(
                                "pavior.sandbox.hook-url",
                                receiver.url(),
                                "pavior.sandbox.hook-token",
                                "the-secret",
                                "pavior.sandbox.hook-signing-token",
                                SIGNING));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void tellsWhoChangedWhat() throws Exception {
        // Given
        String issue = opened("title=Told&labels=workflow::in dev&description=why");

        // When
        sandbox.send(
                "PUT",
                API + "/issues/" + issue,
                RunningSandbox.WRITE,
                "add_labels=workflow::in review");

        // Then
        var hook =
                awaited(
                        h ->
                                h.body().at("/object_attributes/action").asString().equals("update")
                                        && about(h, "Told"));
        assertThat(hook.body().at("/user/username").asString()).isEqualTo("pavior-bot");
        assertThat(hook.body().at("/changes/labels/previous/0/title").asString())
                .isEqualTo("workflow::in dev");
        assertThat(hook.body().at("/changes/labels/current")).hasSize(1);
        assertThat(hook.body().at("/labels/0/title").asString()).isEqualTo("workflow::in review");
        assertThat(hook.header("X-Gitlab-Event")).isEqualTo("Issue Hook");
        assertThat(hook.header("X-Gitlab-Instance")).isEqualTo(sandbox.url());
        assertThat(hook.header("X-Gitlab-Token")).isEqualTo("the-secret");
        assertThat(hook.header("Idempotency-Key")).isEqualTo(hook.header("webhook-id"));
    }

    @Test
    void signsWhatItSends() throws Exception {
        // Given
        opened("title=Signed");

        // When
        var hook = awaited(h -> about(h, "Signed"));

        // Then
        new Webhook(SIGNING)
                .verify(hook.text(), HttpHeaders.of(hook.headers(), (n, v) -> true).map());
    }

    @Test
    void keepsConfidentialThingsOnTheirOwnEvents() throws Exception {
        // Given
        String issue = opened("title=Secret&confidential=true");

        // When
        sandbox.send(
                "POST", API + "/issues/" + issue + "/notes", RunningSandbox.ADMIN, "body=psst");

        // Then
        var note = awaited(h -> h.body().at("/object_attributes/note").asString("").equals("psst"));
        assertThat(note.header("X-Gitlab-Event")).isEqualTo("Confidential Note Hook");
        assertThat(note.body().get("event_type").asString()).isEqualTo("confidential_note");
        var opening = awaited(h -> about(h, "Secret"));
        assertThat(opening.header("X-Gitlab-Event")).isEqualTo("Confidential Issue Hook");
    }

    @ParameterizedTest
    @CsvSource({
        "issue, false, issue, issue, Issue Hook",
        "issue, true, issue, confidential_issue, Confidential Issue Hook",
        "task, false, work_item, work_item, Issue Hook",
        "test_case, false, work_item, work_item, Issue Hook",
        "incident, false, work_item, work_item, Issue Hook",
        "incident, true, work_item, confidential_issue, Confidential Issue Hook",
    })
    void namesTheKindOfEachIssueType(
            String type, boolean confidential, String kind, String eventType, String header)
            throws Exception {
        // Given
        String title = "Of type " + type + " " + confidential;

        // When
        opened("title=" + title + "&issue_type=" + type + "&confidential=" + confidential);

        // Then
        var hook = awaited(h -> about(h, title));
        assertThat(hook.body().get("object_kind").asString()).isEqualTo(kind);
        assertThat(hook.body().get("event_type").asString()).isEqualTo(eventType);
        assertThat(hook.header("X-Gitlab-Event")).isEqualTo(header);
    }

    @Test
    void callsANotedWorkItemAnIssue() throws Exception {
        // Given
        String issue = opened("title=Noted incident&issue_type=incident");

        // When
        sandbox.send(
                "POST", API + "/issues/" + issue + "/notes", RunningSandbox.ADMIN, "body=alarm");

        // Then
        var note =
                awaited(h -> h.body().at("/object_attributes/note").asString("").equals("alarm"));
        assertThat(note.body().get("object_kind").asString()).isEqualTo("note");
        assertThat(note.body().at("/issue/title").asString()).isEqualTo("Noted incident");
        assertThat(note.body().has("work_item")).isFalse();
    }

    @Test
    void tellsOfAMergeAndThenOfWhatItClosed() throws Exception {
        // Given
        String issue = opened("title=ClosedByMerge");
        var made =
                sandbox.send(
                        "POST",
                        API + "/merge_requests",
                        RunningSandbox.ADMIN,
                        "title=Merging&source_branch=m&target_branch=main&description=Closes %23"
                                + issue);
        String request = JsonMapper.shared().readTree(made.body()).get("iid").asString();

        // When
        sandbox.send(
                "PUT",
                API + "/merge_requests/" + request + "/merge?sudo=chidi",
                RunningSandbox.ADMIN,
                "");

        // Then
        var merge =
                awaited(h -> h.body().at("/object_attributes/action").asString().equals("merge"));
        assertThat(merge.body().at("/user/username").asString()).isEqualTo("chidi");
        assertThat(merge.body().at("/object_attributes/state").asString()).isEqualTo("merged");
        assertThat(merge.text()).doesNotContain("merged_at");
        var close =
                awaited(
                        h ->
                                about(h, "ClosedByMerge")
                                        && h.body()
                                                .at("/object_attributes/action")
                                                .asString()
                                                .equals("close"));
        assertThat(close.body().at("/user/username").asString()).isEqualTo("chidi");
        assertThat(close.body().at("/changes/state_id/current").asInt()).isEqualTo(2);
    }

    @Test
    void keepsTheHooksOfOneItemInOrder() throws Exception {
        // Given
        String issue = opened("title=Ordered");

        // When
        for (int weight = 1; weight <= 20; weight++) {
            sandbox.send("PUT", API + "/issues/" + issue, RunningSandbox.WRITE, "weight=" + weight);
        }

        // Then
        await().untilAsserted(() -> assertThat(hooks(h -> about(h, "Ordered"))).hasSize(21));
        assertThat(hooks(h -> about(h, "Ordered")))
                .extracting(h -> h.body().at("/object_attributes/weight").asInt(0))
                .isSorted();
    }

    @Test
    void hasTheFieldsOfRealHooks() throws Exception {
        // Given
        var corpus = Corpus.orSkip(HookDeliveryIT.class);
        String issue = opened("title=Compared&assignee_ids=4&labels=bug");
        sandbox.send(
                "POST", API + "/issues/" + issue + "/notes", RunningSandbox.ADMIN, "body=compared");
        sandbox.send(
                "POST",
                API + "/merge_requests",
                RunningSandbox.ADMIN,
                "title=ComparedToo&source_branch=c&target_branch=main&assignee_ids=4&reviewer_ids=5&labels=bug");

        // When
        var ours =
                List.of(
                        awaited(h -> about(h, "Compared")),
                        awaited(h -> about(h, "ComparedToo")),
                        awaited(
                                h ->
                                        h.body()
                                                .at("/object_attributes/note")
                                                .asString("")
                                                .equals("compared")));

        // Then
        var all = corpus.json("webhooks", path -> true);
        for (var hook : ours) {
            String kind = hook.body().get("object_kind").asString();
            var real =
                    all.stream()
                            .filter(body -> kind.equals(body.path("object_kind").asString("")))
                            .toList();
            assertThat(fields(hook.body())).as(kind).isSubsetOf(withPeople(known(real), all));
            assertThat(fields(hook.body())).as(kind).containsAll(always(real));
        }
        System.out.println("hooks compared with the corpus: " + ours.size());
    }

    /** Paths two deep: more is shared with what REST shows, and free-form below changes. */
    private static Set<String> fields(JsonNode body) {
        var fields = new TreeSet<String>();
        body.properties()
                .forEach(
                        field -> {
                            fields.add(field.getKey());
                            if (!field.getKey().equals("changes")) {
                                of(field.getValue())
                                        .properties()
                                        .forEach(
                                                f -> fields.add(field.getKey() + "." + f.getKey()));
                            }
                        });
        return fields;
    }

    private static JsonNode of(JsonNode value) {
        return value.isArray() ? value.path(0) : value;
    }

    private static Set<String> known(List<JsonNode> real) {
        var fields = new TreeSet<String>();
        real.forEach(body -> fields.addAll(fields(body)));
        return fields;
    }

    /** People and issues look alike wherever they stand, but some of the corpus is older. */
    private static Set<String> withPeople(Set<String> known, List<JsonNode> all) {
        known(all).stream().filter(field -> field.startsWith("assignees.")).forEach(known::add);
        known(all).stream()
                .filter(field -> field.startsWith("object_attributes."))
                .map(field -> field.replace("object_attributes.", "issue."))
                .forEach(known::add);
        return known;
    }

    /** What nine in ten real hooks of the kind have; the oldest lack what came later. */
    private static Set<String> always(List<JsonNode> real) {
        var fields = known(real);
        fields.removeIf(
                field ->
                        real.stream().filter(body -> fields(body).contains(field)).count()
                                < real.size() * 0.9);
        return fields;
    }

    private static String opened(String form) throws Exception {
        var answer = sandbox.send("POST", API + "/issues", RunningSandbox.ADMIN, form);
        return JsonMapper.shared().readTree(answer.body()).get("iid").asString();
    }

    private static boolean about(Receiver.Received hook, String title) {
        return hook.body().at("/object_attributes/title").asString("").equals(title);
    }

    private static List<Receiver.Received> hooks(Predicate<Receiver.Received> wanted) {
        return receiver.received().stream().filter(wanted).toList();
    }

    private static Receiver.Received awaited(Predicate<Receiver.Received> wanted) {
        await().untilAsserted(() -> assertThat(hooks(wanted)).isNotEmpty());
        return hooks(wanted).getFirst();
    }
}
