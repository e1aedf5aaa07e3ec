package dev.pavior.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pavior.sandbox.Receiver;
import dev.pavior.sandbox.RunningSandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL tells what REST does not: above all the status. */
class GraphIT {

    private static final String ISSUES = "/api/v4/projects/1/issues";
    private static Receiver receiver;
    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() throws Exception {
        receiver = new Receiver(0);
        sandbox = RunningSandbox.with(Map.of("pavior.sandbox.hook-url", receiver.url()));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void showsAWorkItemWithAllItsWidgets() throws Exception {
        // Given
        var epic = sandbox.ask("POST", "/api/v4/groups/1/epics", "title=Parent");
        var other = sandbox.ask("POST", ISSUES, "title=Other");
        var issue =
                sandbox.ask(
                        "POST",
                        ISSUES,
                        "title=Whole&labels=bug&weight=5&assignee_ids=4&health_status=on_track"
                                + "&issue_type=incident&epic_id="
                                + epic.get("id").asString());
        sandbox.ask(
                "POST",
                ISSUES + "/" + issue.get("iid").asString() + "/links",
                "target_project_id=1&target_issue_iid=" + other.get("iid").asString());

        // When
        var answer =
                ask(
                        Questions.WORK_ITEMS,
                        Map.of(
                                "path",
                                "acme/gateway",
                                "iids",
                                List.of(issue.get("iid").asString()),
                                "types",
                                List.of("INCIDENT")));

        // Then
        var node = answer.at("/data/project/workItems/nodes/0");
        assertThat(node.get("id").asString())
                .isEqualTo("gid://gitlab/WorkItem/" + issue.get("id").asString());
        assertThat(node.at("/workItemType/name").asString()).isEqualTo("Incident");
        assertThat(node.get("state").asString()).isEqualTo("OPEN");
        assertThat(widget(node, "HIERARCHY").at("/parent/namespace/fullPath").asString())
                .isEqualTo("acme");
        assertThat(widget(node, "HIERARCHY").at("/parent/project").isNull()).isTrue();
        assertThat(widget(node, "LINKED_ITEMS").at("/linkedItems/nodes/0/linkType").asString())
                .isEqualTo("relates_to");
        assertThat(widget(node, "HEALTH_STATUS").get("healthStatus").asString())
                .isEqualTo("onTrack");
        assertThat(widget(node, "LABELS").at("/labels/nodes/0/title").asString()).isEqualTo("bug");
        assertThat(widget(node, "WEIGHT").get("weight").asInt()).isEqualTo(5);
        assertThat(widget(node, "STATUS").get("status").isNull()).isTrue();
    }

    @Test
    void setsTheStatusAndTellsItButNotWhenItDriftsOnClose() throws Exception {
        // Given
        var issue = sandbox.ask("POST", ISSUES, "title=Ranked");
        String id = "gid://gitlab/WorkItem/" + issue.get("id").asString();

        // When
        var answer = ask(Questions.UPDATE, Map.of("id", id, "status", system(2)));
        sandbox.ask("PUT", ISSUES + "/" + issue.get("iid").asString(), "state_event=close");

        // Then
        assertThat(answer.at("/data/workItemUpdate/errors")).isEmpty();
        await().untilAsserted(() -> assertThat(hooks("Ranked")).hasSize(3));
        var ranked = hooks("Ranked").get(1);
        assertThat(ranked.at("/changes/status/current/name").asString()).isEqualTo("In progress");
        var closed = hooks("Ranked").get(2);
        assertThat(closed.at("/object_attributes/action").asString()).isEqualTo("close");
        assertThat(closed.at("/changes/status").isMissingNode()).isTrue();
        assertThat(status(issue)).isEqualTo("Done");
    }

    @Test
    void closesWithAStatusOfTheEndAndTakesTheGroupsOwn() throws Exception {
        // Given
        var group = sandbox.ask("POST", "/api/v4/groups", "name=Own&path=own");
        String root = "/-/sandbox/groups/" + group.get("id").asString() + "/statuses";
        sandbox.ask("POST", root, "name=New&category=triage");
        var complete = sandbox.ask("POST", root, "name=Complete&category=done");
        var project =
                sandbox.ask(
                        "POST",
                        "/api/v4/projects",
                        "name=P&path=p&namespace_id=" + group.get("id").asString());
        String issues = "/api/v4/projects/" + project.get("id").asString() + "/issues";
        var issue = sandbox.ask("POST", issues, "title=Own");
        String id = "gid://gitlab/WorkItem/" + issue.get("id").asString();

        // When
        var foreign = ask(Questions.UPDATE, Map.of("id", id, "status", system(2)));
        var own =
                ask(
                        Questions.UPDATE,
                        Map.of(
                                "id",
                                id,
                                "status",
                                "gid://gitlab/WorkItems::Statuses::Custom::Status/"
                                        + complete.get("id").asString()));

        // Then
        assertThat(foreign.at("/data/workItemUpdate/errors")).hasSize(1);
        assertThat(own.at("/data/workItemUpdate/workItem/state").asString()).isEqualTo("CLOSED");
        assertThat(sandbox.ask("GET", issues + "/1", "").get("state").asString())
                .isEqualTo("closed");
    }

    @Test
    void showsTheEpicsOfAGroup() throws Exception {
        // Given
        sandbox.ask("POST", "/api/v4/groups/1/epics", "title=Listed");

        // When
        var answer =
                ask(
                        """
                        query { group(fullPath: "acme") { workItems(types: [EPIC], first: 100) {
                          nodes { title workItemType { name } project { id }
                                  namespace { id fullPath } } } } }
                        """,
                        Map.of());

        // Then
        var nodes = answer.at("/data/group/workItems/nodes");
        assertThat(nodes).isNotEmpty();
        assertThat(nodes.valueStream().map(node -> node.get("title").asString()))
                .contains("Listed");
        assertThat(nodes.valueStream()).allMatch(node -> node.get("project").isNull());
    }

    @Test
    void goesThroughAllPages() throws Exception {
        // Given
        int others = sandbox.ask("GET", "/api/v4/projects/2/issues", "").size();
        for (int i = 0; i < 5; i++) {
            sandbox.ask("POST", "/api/v4/projects/2/issues", "title=p" + i);
        }
        var variables = new HashMap<String, Object>(Map.of("path", "acme/console", "first", 2));

        // When
        int seen = 0;
        JsonNode page;
        do {
            page = ask(Questions.WORK_ITEMS, variables).at("/data/project/workItems");
            seen += page.get("nodes").size();
            variables.put("after", page.at("/pageInfo/endCursor").asString());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        // Then
        assertThat(seen).isEqualTo(others + 5);
    }

    @Test
    void leadsToWhereAnIssueWasMoved() throws Exception {
        // Given
        var issue = sandbox.ask("POST", ISSUES, "title=Gone away");
        var moved =
                sandbox.ask(
                        "POST",
                        ISSUES + "/" + issue.get("iid").asString() + "/move",
                        "to_project_id=2");

        // When
        var answer =
                ask(
                        "query($id: IssueID!) { issue(id: $id) { iid projectId"
                                + " movedTo { iid projectId } } currentUser { username } }",
                        Map.of("id", "gid://gitlab/Issue/" + issue.get("id").asString()));

        // Then
        assertThat(answer.at("/data/issue/projectId").asInt()).isEqualTo(1);
        assertThat(answer.at("/data/issue/movedTo/projectId").asInt()).isEqualTo(2);
        assertThat(answer.at("/data/issue/movedTo/iid").asString())
                .isEqualTo(moved.get("iid").asString());
        assertThat(answer.at("/data/currentUser/username").asString()).isEqualTo("pavior-reader");
    }

    @Test
    void countsOnlyMutationsAsWritesAndRefusesThemToReaders() throws Exception {
        // Given
        var before = sandbox.ask("GET", "/-/sandbox/writes", "").get("by_token");
        var body =
                Map.of(
                        "query",
                        Questions.UPDATE,
                        "variables",
                        Map.of("id", "x", "status", system(1)));

        // When
        ask("{ __schema { queryType { name } } }", Map.of());
        var refused = post(RunningSandbox.READ, body);

        // Then
        assertThat(refused.get("error").asString()).isEqualTo("insufficient_scope");
        assertThat(sandbox.ask("GET", "/-/sandbox/writes", "").get("by_token")).isEqualTo(before);
    }

    private static String status(JsonNode issue) throws Exception {
        var answer =
                ask(
                        Questions.WORK_ITEMS,
                        Map.of(
                                "path",
                                "acme/gateway",
                                "iids",
                                List.of(issue.get("iid").asString())));
        return widget(answer.at("/data/project/workItems/nodes/0"), "STATUS")
                .at("/status/name")
                .asString();
    }

    private static String system(int number) {
        return "gid://gitlab/WorkItems::Statuses::SystemDefined::Status/" + number;
    }

    private static JsonNode widget(JsonNode item, String type) {
        return item.get("widgets")
                .valueStream()
                .filter(widget -> widget.get("type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> hooks(String title) {
        return receiver.received().stream()
                .map(Receiver.Received::body)
                .filter(body -> body.at("/object_attributes/title").asString("").equals(title))
                .toList();
    }

    private static JsonNode ask(String query, Map<String, Object> variables) throws Exception {
        boolean changes = query.startsWith("mutation");
        var answer =
                post(
                        changes ? RunningSandbox.WRITE : RunningSandbox.READ,
                        Map.of("query", query, "variables", variables));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer;
    }

    private static JsonNode post(String token, Map<String, Object> body) throws Exception {
        var json = JsonMapper.shared();
        var answer =
                sandbox.send(
                        "POST",
                        "/api/graphql",
                        token,
                        json.writeValueAsString(body),
                        "application/json");
        return json.readTree(answer.body());
    }
}
