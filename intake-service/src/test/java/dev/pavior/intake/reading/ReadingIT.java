package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.contract.ItemKey;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import dev.pavior.intake.RunningIntake;
import dev.pavior.intake.TopicReader;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.publish.Receipt;
import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.ConfluentDecoder;
import dev.pavior.testkit.RealKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The running service reads a sandbox from which no hook ever comes. */
@RealKafka
@RunningIntake
class ReadingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OPERATOR = "test-operator-token";
    private static final Sandbox SANDBOX = new Sandbox();

    @LocalServerPort private int port;
    @Autowired private KafkaGate gate;
    @Autowired private AvroSerdes serdes;
    @Autowired private Publisher publisher;

    private final TopicReader topics;
    private final ConfluentDecoder decoder;
    private WebTestClient client;

    ReadingIT(Cluster cluster) {
        this.topics = new TopicReader(cluster.bootstrap());
        this.decoder = new ConfluentDecoder(cluster.registryUrl());
    }

    @DynamicPropertySource
    static void read(DynamicPropertyRegistry settings) {
        settings.add("PAVIOR_GITLAB_URL", SANDBOX::url);
        settings.add("PAVIOR_GITLAB_READ_TOKEN", () -> Sandbox.READ_TOKEN);
        settings.add("PAVIOR_GITLAB_GROUPS", () -> "acme");
        settings.add("PAVIOR_GITLAB_REQUESTS_PER_MINUTE", () -> "60000");
        settings.add("PAVIOR_READING_POLL_INTERVAL", () -> "300ms");
        settings.add("PAVIOR_READING_CATALOG_INTERVAL", () -> "1s");
        settings.add("PAVIOR_WEBHOOK_ENABLED", () -> "false");
        settings.add("PAVIOR_WEBHOOK_TOKEN", () -> "");
    }

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(PATIENCE)
                        .build();
        await().atMost(PATIENCE).until(gate::isOpen);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void seesEachChangeOnceWithoutAnyHook() {
        // Given
        var issue = SANDBOX.issue(1, "Rotate the tokens", "bug");
        eventually(() -> assertThat(sights(issue)).hasSize(1));

        // When
        SANDBOX.put(Sandbox.pathOf(issue), "add_labels", "priority::1", "weight", "3");

        // Then
        eventually(() -> assertThat(sights(issue)).hasSize(2));
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> sights(issue).size() == 2);
        var seen = sights(issue).getLast();
        assertThat(seen.get("origin")).hasToString("POLL");
        assertThat(seen.get("type")).hasToString("Issue");
        assertThat(seen.get("labels")).hasToString("[bug, priority::1]");
        assertThat(seen.get("weight")).isEqualTo(3);
        assertThat(seen.get("confidential")).isEqualTo(false);
        assertThat(seen.get("seen").toString())
                .contains("closedAt", "milestoneId", "upvotes", "notes", "assigneeIds", "parent");
        eventually(
                () ->
                        assertThat(newest(Topics.WORK_ITEMS))
                                .hasEntrySatisfying(
                                        issue.toString(),
                                        item ->
                                                assertThat(item.get("labels"))
                                                        .hasToString("[bug, priority::1]")));
    }

    @Test
    void readsWhatAMergeRequestClosesAndWhoApproved() {
        // Given
        var issue = SANDBOX.issue(1, "Sign the images", "");
        var request =
                SANDBOX.post(
                        "/api/v4/projects/1/merge_requests",
                        "title",
                        "Sign",
                        "description",
                        "Closes #" + issue.iid(),
                        "source_branch",
                        "sign",
                        "target_branch",
                        "main");
        var key = ItemKey.mergeRequest(SANDBOX.host(), 1, request.get("iid").asLong());

        // When
        SANDBOX.put(Sandbox.pathOf(key) + "/merge");

        // Then
        eventually(() -> assertThat(last(key).get("state")).hasToString("MERGED"));
        var seen = last(key);
        assertThat(seen.get("mergedAt")).isNotNull();
        assertThat(seen.get("closesRead")).hasToString("[" + issue + "]");
        assertThat(seen.get("intoDefaultBranch")).isEqualTo(true);
        assertThat(seen.get("seen").toString()).contains("approved", "approverIds", "draft");
    }

    @Test
    void readsWhatOnlyQueriesShow() {
        // Given
        var epic = SANDBOX.post("/api/v4/groups/1/epics", "title", "Signed everywhere");
        var other = SANDBOX.issue(2, "Before it", "");
        var issue = SANDBOX.issue(1, "In between", "");
        var path = Sandbox.pathOf(issue);

        // When
        SANDBOX.put(path, "epic_id", epic.get("id").asString());
        SANDBOX.post(
                path + "/links",
                "target_project_id",
                "2",
                "target_issue_iid",
                "" + other.iid(),
                "link_type",
                "is_blocked_by");
        SANDBOX.setStatus(issue, 2);
        SANDBOX.post(path + "/notes", "body", "Why?");

        // Then
        var epicKey = ItemKey.epic(SANDBOX.host(), 1, epic.get("iid").asLong());
        eventually(() -> assertThat(last(issue).get("discussions")).isEqualTo(1));
        var seen = last(issue);
        assertThat(seen.get("parent")).hasToString(epicKey.toString());
        assertThat(seen.get("links").toString())
                .contains(other.toString())
                .contains("is_blocked_by");
        assertThat(seen.get("status")).hasToString("In progress");
        eventually(() -> assertThat(last(epicKey).get("title")).hasToString("Signed everywhere"));
        assertThat(last(epicKey).get("type")).hasToString("Epic");
    }

    @Test
    void tiesAMovedIssueToItsNewPlace() {
        // Given
        var issue = SANDBOX.issue(1, "Elsewhere", "");

        // When
        var moved = SANDBOX.post(Sandbox.pathOf(issue) + "/move", "to_project_id", "2");

        // Then
        var target = ItemKey.issue(SANDBOX.host(), 2, moved.get("iid").asLong());
        eventually(() -> assertThat(last(issue).get("movedTo")).hasToString(target.toString()));
        assertThat(sights(target))
                .extracting(seen -> String.valueOf(seen.get("movedFrom")))
                .contains(issue.toString());
    }

    @Test
    void keepsTheCatalogueAsGitLabHasIt() {
        // Given
        var milestone =
                SANDBOX.post(
                        "/api/v4/groups/1/milestones", "title", "18.7", "due_date", "2026-12-17");
        var label =
                SANDBOX.post("/api/v4/projects/1/labels", "name", "fleeting", "color", "#112233");
        var milestoneKey = SANDBOX.host() + "/milestone/" + milestone.get("id").asLong();
        var labelKey = SANDBOX.host() + "/label/" + label.get("id").asLong();
        eventually(() -> assertThat(newest(Topics.CATALOG)).containsKeys(milestoneKey, labelKey));

        // When
        SANDBOX.put(
                "/api/v4/groups/1/milestones/" + milestone.get("id").asLong(),
                "due_date",
                "2026-12-24");
        SANDBOX.delete("/api/v4/projects/1/labels/" + label.get("id").asLong());

        // Then
        eventually(() -> assertThat(newest(Topics.CATALOG).get(labelKey)).isNull());
        eventually(
                () ->
                        assertThat(newest(Topics.CATALOG).get(milestoneKey).get("dueDate"))
                                .isEqualTo((int) LocalDate.of(2026, 12, 24).toEpochDay()));
        var catalog = newest(Topics.CATALOG);
        assertThat(catalog.get(SANDBOX.host() + "/path/acme/gateway").get("entryId")).isEqualTo(1L);
        assertThat(catalog.get(SANDBOX.host() + "/project/1").get("defaultBranch"))
                .hasToString("main");
        assertThat(recordsOf(Topics.CATALOG, SANDBOX.host() + "/project/1")).hasSize(1);
        assertThat(catalog.keySet()).anyMatch(key -> key.contains("/status/"));
    }

    @Test
    void removesNothingThatOnlyHooksToldAndTellsItsOwnViewOfTheRest() throws Exception {
        // Given: a project that the token does not see, a label of one it does, and less of that
        var unseen = SANDBOX.host() + "/project/999";
        var label = SANDBOX.host() + "/label/4711";
        var seen = SANDBOX.host() + "/project/2";
        eventually(() -> assertThat(newest(Topics.CATALOG)).containsKey(seen));
        hook(entry(CatalogKind.PROJECT, unseen, 999L).setName("unseen"));
        hook(entry(CatalogKind.LABEL, label, 4711L).setName("theirs").setProjectId(1L));

        // When
        hook(entry(CatalogKind.PROJECT, seen, 2L).setName("less"));

        // Then
        eventually(() -> assertThat(newest(Topics.CATALOG).get(seen).get("archived")).isNotNull());
        var later = SANDBOX.post("/api/v4/projects/1/labels", "name", "later", "color", "#112233");
        var laterKey = SANDBOX.host() + "/label/" + later.get("id").asLong();
        eventually(() -> assertThat(newest(Topics.CATALOG)).containsKey(laterKey));
        assertThat(newest(Topics.CATALOG).get(unseen)).isNotNull();
        assertThat(newest(Topics.CATALOG).get(label)).isNotNull();
    }

    private static CatalogEntry.Builder entry(CatalogKind kind, String key, long id) {
        return CatalogEntry.newBuilder()
                .setEntry(key)
                .setHost(SANDBOX.host())
                .setKind(kind)
                .setEntryId(id)
                .setSeenAt(Instant.now());
    }

    /** Tells an entry as a hook does, under the id of a delivery. */
    private void hook(CatalogEntry.Builder entry) throws Exception {
        var told = entry.build();
        var bytes =
                serdes.<CatalogEntry>of(Topics.CATALOG)
                        .serializer()
                        .serialize(Topics.CATALOG.name(), told);
        var record = new ProducerRecord<>(Topics.CATALOG.name(), told.getEntry(), bytes);
        EventHeaders.set(record.headers(), EventHeaders.DELIVERY_ID, "delivery-1");
        var receipt = new CompletableFuture<Receipt>();
        publisher.publish(() -> record, receipt::complete);
        assertThat(receipt.get()).isEqualTo(Receipt.ACKNOWLEDGED);
    }

    @Test
    void sweepsWhatIsGoneAndHoldsWhereItWouldBeTooMuch() {
        // Given
        var doomed =
                List.of("a", "b", "c", "d", "e", "f").stream()
                        .map(title -> SANDBOX.issue(2, title, ""))
                        .toList();
        eventually(
                () ->
                        assertThat(newest(Topics.WORK_ITEMS))
                                .containsKeys(
                                        doomed.stream()
                                                .map(ItemKey::toString)
                                                .toArray(String[]::new)));

        // When
        SANDBOX.delete(Sandbox.pathOf(doomed.get(0)));
        ask("/v1/reading/sweep");

        // Then
        eventually(() -> assertThat(last(doomed.get(0)).get("goneReason")).hasToString("missing"));
        assertThat(last(doomed.get(1)).get("goneReason")).isNull();

        // When
        doomed.subList(1, 5).forEach(issue -> SANDBOX.delete(Sandbox.pathOf(issue)));
        ask("/v1/reading/sweep");

        // Then
        eventually(() -> assertThat(body()).contains("\"held\"").contains("would lose at least"));
        assertThat(last(doomed.get(1)).get("goneReason")).isNull();

        // When
        ask("/v1/reading/sweep?confirm=all");

        // Then
        eventually(() -> assertThat(last(doomed.get(4)).get("goneReason")).hasToString("missing"));
        assertThat(body()).doesNotContain("\"held\"");
        assertThat(last(doomed.get(5)).get("goneReason")).isNull();
    }

    @Test
    void holdsEverythingWhereTheProjectsLoseTooMuchTogether() {
        // Given
        var one = SANDBOX.issue(1, "One of few", "");
        var other = SANDBOX.issue(2, "Another of few", "");
        eventually(
                () ->
                        assertThat(newest(Topics.WORK_ITEMS))
                                .containsKeys(one.toString(), other.toString()));

        // When
        SANDBOX.delete(Sandbox.pathOf(one));
        SANDBOX.delete(Sandbox.pathOf(other));
        ask("/v1/reading/sweep");

        // Then
        eventually(() -> assertThat(body()).contains("the whole run would lose at least 2 of"));
        assertThat(last(one).get("goneReason")).isNull();
        assertThat(last(other).get("goneReason")).isNull();

        // When
        ask("/v1/reading/sweep?confirm=issues of project 1");

        // Then
        eventually(() -> assertThat(last(one).get("goneReason")).hasToString("missing"));
        assertThat(last(other).get("goneReason")).isNull();

        // When
        ask("/v1/reading/sweep?confirm=all");

        // Then
        eventually(() -> assertThat(last(other).get("goneReason")).hasToString("missing"));
        assertThat(body()).doesNotContain("\"held\"");
    }

    @Test
    void callsAnEpicGoneThatNoQueryShowsAnyMore() {
        // Given
        var epic = SANDBOX.post("/api/v4/groups/1/epics", "title", "Given up");
        var other = SANDBOX.post("/api/v4/groups/1/epics", "title", "Kept");
        var key = ItemKey.epic(SANDBOX.host(), 1, epic.get("iid").asLong());
        var otherKey = ItemKey.epic(SANDBOX.host(), 1, other.get("iid").asLong());
        eventually(
                () ->
                        assertThat(newest(Topics.WORK_ITEMS))
                                .containsKeys(key.toString(), otherKey.toString()));

        // When
        SANDBOX.delete("/api/v4/groups/1/epics/" + epic.get("iid").asLong());
        ask("/v1/reading/sweep");

        // Then
        eventually(() -> assertThat(last(key).get("goneReason")).hasToString("missing"));
        assertThat(last(otherKey).get("goneReason")).isNull();
        assertThat(body()).contains("\"epics of group 1\"");
        eventually(
                () ->
                        assertThat(newest(Topics.WORK_ITEMS).get(key.toString()).get("gone"))
                                .isNotNull());
    }

    @Test
    void readsTheHistoryOfEachItem() {
        // Given
        var issue = SANDBOX.issue(1, "With a past", "workflow::in dev");
        SANDBOX.put(Sandbox.pathOf(issue), "add_labels", "workflow::in review");
        SANDBOX.put(Sandbox.pathOf(issue), "state_event", "close");

        // When
        ask("/v1/reading/history");

        // Then
        eventually(() -> assertThat(newest(Topics.HISTORIES)).containsKey(issue.toString()));
        var history = newest(Topics.HISTORIES).get(issue.toString());
        var told = ((List<?>) history.get("events")).stream().map(e -> (GenericRecord) e).toList();
        assertThat(told)
                .extracting(
                        e ->
                                e.get("kind")
                                        + " "
                                        + e.get("added")
                                        + " "
                                        + e.get("label")
                                        + " "
                                        + e.get("state"))
                .containsExactly(
                        "LABEL true workflow::in dev null",
                        "LABEL false workflow::in dev null",
                        "LABEL true workflow::in review null",
                        "STATE true null closed");
        eventually(() -> assertThat(body()).contains("\"percent\":100.0"));
        assertThat(SANDBOX.writes()).as("writes by the reader").isZero();
    }

    @Test
    void letsOnlyOperatorsAskForMoreAndTakesNoHooks() {
        // When
        var byReader = post("/v1/reading/sweep", RunningIntake.READER);
        var hook = client.post().uri("/webhooks/gitlab").header("X-Gitlab-Token", "").exchange();

        // Then
        byReader.expectStatus().isForbidden();
        hook.expectStatus().isUnauthorized();
    }

    private void ask(String path) {
        post(path, OPERATOR).expectStatus().isAccepted();
    }

    private WebTestClient.ResponseSpec post(String path, String token) {
        return client.post().uri(path).headers(h -> h.setBearerAuth(token)).exchange();
    }

    private String body() {
        return new String(
                client.get()
                        .uri("/v1/reading")
                        .headers(h -> h.setBearerAuth(RunningIntake.READER))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody());
    }

    private List<GenericRecord> sights(ItemKey item) {
        return recordsOf(Topics.OBSERVATIONS, item.toString());
    }

    private GenericRecord last(ItemKey item) {
        var sights = sights(item);
        assertThat(sights).isNotEmpty();
        return sights.getLast();
    }

    private List<GenericRecord> recordsOf(Topic topic, String key) {
        return topics.all(topic.name()).stream()
                .filter(record -> record.key().equals(key))
                .filter(record -> record.value() != null)
                .map(record -> decoder.decode(record.value()))
                .toList();
    }

    private Map<String, GenericRecord> newest(Topic topic) {
        var newest = new LinkedHashMap<String, GenericRecord>();
        for (var record : topics.all(topic.name())) {
            newest.put(
                    record.key(), record.value() == null ? null : decoder.decode(record.value()));
        }
        return newest;
    }

    private static void eventually(ThrowingRunnable holds) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).untilAsserted(holds);
    }
}
