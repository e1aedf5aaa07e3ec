package dev.pavior.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.sandbox.RunningSandbox;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists choose, order and end as GitLab's do. */
class ListsIT {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final String ISSUES = "/api/v4/projects/1/issues";

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() throws Exception {
        sandbox = RunningSandbox.with(Map.of());
        String milestone =
                sandbox.ask("POST", "/api/v4/groups/1/milestones", "title=m1").get("id").asString();
        sandbox.ask("POST", ISSUES, "title=a&labels=bug&milestone_id=" + milestone);
        sandbox.ask("POST", ISSUES, "title=b&issue_type=incident&weight=3");
        sandbox.ask("POST", ISSUES, "title=c&labels=bug,documentation&weight=1");
        sandbox.ask("POST", ISSUES, "title=d&confidential=true");
        sandbox.ask("PUT", ISSUES + "/2", "state_event=close");
        sandbox.ask("PUT", ISSUES + "/1", "description=touched last");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=asc | abcd",
                "order_by=updated_at&sort=desc | abdc",
                "order_by=weight&sort=asc | cbad",
                "order_by=title&sort=desc | dcba",
                "state=closed | b",
                "labels=bug&sort=asc | ac",
                "labels=bug,documentation | c",
                "labels=None&sort=asc | bd",
                "labels=Any&sort=asc | ac",
                "labels=BUG | ''",
                "milestone=m1 | a",
                "milestone=None&sort=asc | bcd",
                "iids[]=1&iids[]=4&sort=asc | ad",
                "issue_type=incident | b",
                "confidential=true | d",
                "scope=assigned_to_me | ''",
                "labelz=x&sort=asc | abcd",
            })
    void choosesAndOrders(String query, String titles) throws Exception {
        // Given issues a to d

        // When
        var found = sandbox.ask("GET", ISSUES + "?" + query, "");

        // Then
        assertThat(titles(found)).isEqualTo(titles);
    }

    @Test
    void choosesByTheTimeOfTheLastChange() throws Exception {
        // Given
        var last = sandbox.ask("GET", ISSUES + "/1", "").get("updated_at").asString();

        // When
        var since = sandbox.ask("GET", ISSUES + "?updated_after=" + last, "");
        var until =
                sandbox.ask(
                        "GET", ISSUES + "?order_by=updated_at&sort=asc&updated_before=" + last, "");

        // Then
        assertThat(titles(since)).isEqualTo("a");
        assertThat(titles(until)).isEqualTo("cdba");
    }

    @Test
    void showsLabelsWithTheirDetails() throws Exception {
        // Given an issue with a label

        // When
        var found = sandbox.ask("GET", ISSUES + "?iids[]=1&with_labels_details=true", "");

        // Then
        assertThat(found.get(0).at("/labels/0/name").asString()).isEqualTo("bug");
    }

    @Test
    void goesOnBehindTheLastItemWhateverChangesMeanwhile() throws Exception {
        // Given
        String query = "?pagination=keyset&order_by=updated_at&sort=asc&per_page=2";
        var first = get(ISSUES + query);

        // When
        sandbox.ask("POST", "/api/v4/projects/2/issues", "title=elsewhere");
        var second = get(next(first));

        // Then
        assertThat(titles(json(first))).isEqualTo("cd");
        assertThat(titles(json(second))).isEqualTo("ba");
        assertThat(first.headers().firstValue("x-total")).isEmpty();
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v4/groups/1/issues?pagination=keyset",
                "/api/v4/projects/1/merge_requests?pagination=keyset",
                "/api/v4/projects/1/issues?page=502&per_page=100",
            })
    void refusesPagesThatGitLabDoesNotHave(String path) throws Exception {
        // Given a list without such pages

        // When
        var answer = sandbox.send("GET", path, RunningSandbox.READ, "");

        // Then
        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void leadsThroughAllPagesByTheirLinks() throws Exception {
        // Given
        var seen = new ArrayList<String>();
        var page = get("/api/v4/groups/acme/issues?per_page=1&order_by=created_at&sort=asc");

        // When
        while (page.headers().firstValue("Link").filter(l -> l.contains("next")).isPresent()) {
            seen.add(titles(json(page)));
            page = get(next(page));
        }

        // Then
        assertThat(seen).startsWith("a", "b", "c");
        assertThat(page.headers().firstValue("x-next-page")).contains("");
    }

    @Test
    void showsWhatIsBelowAGroup() throws Exception {
        // Given
        var sub =
                sandbox.ask("POST", "/api/v4/groups", "name=Sub&path=sub&parent_id=1")
                        .get("id")
                        .asString();
        var project =
                sandbox.ask("POST", "/api/v4/projects", "name=Deep&path=deep&namespace_id=" + sub)
                        .get("id")
                        .asString();
        sandbox.ask("POST", "/api/v4/projects/" + project + "/issues", "title=deep&labels=bug");

        // When
        var issues = sandbox.ask("GET", "/api/v4/groups/acme/issues?search=deep", "");
        var own = sandbox.ask("GET", "/api/v4/groups/acme/projects", "");
        var all = sandbox.ask("GET", "/api/v4/groups/acme/projects?include_subgroups=true", "");

        // Then
        assertThat(titles(issues)).isEqualTo("deep");
        assertThat(issues.get(0).at("/references/full").asString()).isEqualTo("acme/sub/deep#1");
        assertThat(issues.get(0).get("labels").get(0).asString()).isEqualTo("bug");
        assertThat(all.size()).isEqualTo(own.size() + 1);
        assertThat(sandbox.ask("GET", "/api/v4/projects/acme%2Fsub%2Fdeep", "").get("id"))
                .isEqualTo(all.get(0).get("id"));
    }

    @Test
    void hidesAProjectFromAllButAdministrators() throws Exception {
        // Given
        var project =
                sandbox.ask("POST", "/api/v4/projects", "name=Veiled&path=veiled&namespace_id=1")
                        .get("id")
                        .asString();
        sandbox.ask("POST", "/api/v4/projects/" + project + "/issues", "title=veiled");

        // When
        sandbox.ask("PUT", "/-/sandbox/projects/" + project + "/visibility", "hidden=true");

        // Then
        var answer = get("/api/v4/projects/" + project + "/issues/1");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"404 Project Not Found\"}");
        assertThat(json(get("/api/v4/groups/1/issues?search=veiled"))).isEmpty();
        assertThat(sandbox.ask("GET", "/api/v4/groups/1/issues?search=veiled", "")).hasSize(1);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return sandbox.send("GET", path, RunningSandbox.READ, "");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String next(HttpResponse<String> answer) {
        var link = NEXT.matcher(answer.headers().firstValue("Link").orElseThrow());
        assertThat(link.find()).isTrue();
        var uri = URI.create(link.group(1));
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static String titles(JsonNode list) {
        List<String> titles = list.valueStream().map(item -> item.get("title").asString()).toList();
        return String.join("", titles);
    }
}
