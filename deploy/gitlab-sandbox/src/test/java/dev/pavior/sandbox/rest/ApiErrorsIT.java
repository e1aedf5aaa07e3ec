package dev.pavior.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.sandbox.RunningSandbox;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The API refuses as GitLab does, and forgives what GitLab forgives. */
class ApiErrorsIT {

    private static final String API = "/api/v4";
    private static RunningSandbox sandbox;
    private long iid;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.with(Map.of());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void open() throws Exception {
        iid = made(API + "/projects/1/issues", "title=One");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "GET | /projects/1 | none | | 401 | {`message`:`401 Unauthorized`}",
                "GET | /projects/1 | wrong | | 401 | {`message`:`401 Unauthorized`}",
                "GET | /nowhere | admin | | 404 | {`error`:`404 Not Found`}",
                "GET | /projects/99 | read | | 404 | {`message`:`404 Project Not Found`}",
                "GET | /projects/acme%2Fnone | read | | 404 | {`message`:`404 Project Not Found`}",
                "GET | /groups/none | read | | 404 | {`message`:`404 Group Not Found`}",
                "GET | /projects/1/issues/9999 | read | | 404 | {`message`:`404 Not found`}",
                "GET | /projects/1/issues/x | read | | 400 | {`error`:`iid is invalid`}",
                "GET | /projects/1/issues?state=ajar | read | | 400 | {`error`:`state does not have a valid value`}",
                "GET | /projects/1/labels/none | read | | 404 | {`message`:`404 Label Not Found`}",
                "POST | /projects/1/issues | write | description=x | 400 | {`error`:`title is missing`}",
                "POST | /projects/1/issues | write | title= | 400 | {`message`:{`title`:[`can't be blank`]}}",
                "POST | /projects/1/issues | write | title=x&weight=-1 | 400 | {`message`:{`weight`:[`must be greater than or equal to 0`]}}",
                "POST | /projects/1/labels | write | name=a&color=blue | 400 | {`message`:{`color`:[`must be a valid color code`]}}",
                "POST | /groups/acme/labels | write | name=bug&color=%23000000 | 409 | {`message`:`Label already exists`}",
                "POST | /projects/1/labels | write | name=bug&color=%23000000 | 409 | {`message`:`Label already exists`}",
                "PUT | /projects/1/labels/bug | write | color=%23000000 | 404 | {`message`:`404 Label Not Found`}",
                "DELETE | /projects/1/labels/bug | write | | 404 | {`message`:`404 Label Not Found`}",
                "POST | /projects/1/issues?sudo=ada | write | title=x | 403 | {`message`:`403 Forbidden - Must be admin to use sudo`}",
                "POST | /projects/1/issues?sudo=nobody | admin | title=x | 404 | {`message`:`404 User with ID or username 'nobody' Not Found`}",
            })
    void refusesInGitLabsShapes(
            String method, String path, String who, String form, int status, String body)
            throws Exception {
        // Given
        String token =
                Map.of(
                                "admin", RunningSandbox.ADMIN,
                                "write", RunningSandbox.WRITE,
                                "read", RunningSandbox.READ,
                                "wrong", "nobody's")
                        .getOrDefault(who, "");

        // When
        var answer = sandbox.send(method, API + path, token, form == null ? "" : form);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body.replace('`', '"'));
    }

    @Test
    void refusesWritesByATokenThatOnlyReads() throws Exception {
        // Given a token with the scope read_api

        // When
        var answer = sandbox.send("PUT", issue(), RunningSandbox.READ, "weight=1");

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"error\":\"insufficient_scope\",\"error_description\":\"The request"
                                + " requires higher privileges than provided by the access token.\","
                                + "\"scope\":\"api\"}");
    }

    @Test
    void overlooksUnknownNames() throws Exception {
        // Given
        String before = sandbox.send("GET", issue(), RunningSandbox.READ, "").body();

        // When
        var answer = sandbox.send("PUT", issue(), RunningSandbox.WRITE, "labelz=x&weight=");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(before);
    }

    @Test
    void createsAnUnknownLabelSilently() throws Exception {
        // Given an issue

        // When
        var answer =
                sandbox.send(
                        "PUT",
                        issue(),
                        RunningSandbox.WRITE,
                        "{\"add_labels\":[\"Typo::one\",\"BUG\",\"bug\"]}",
                        "application/json");

        // Then
        assertThat(JsonMapper.shared().readTree(answer.body()).get("labels").toString())
                .isEqualTo("[\"BUG\",\"Typo::one\",\"bug\"]");
        var label = sandbox.send("GET", API + "/projects/1/labels/BUG", RunningSandbox.READ, "");
        assertThat(label.body()).contains("\"is_project_label\":true", "\"#6699cc\"");
    }

    @Test
    void keepsAProjectsLabelFromTakingItsGroupsTitle() throws Exception {
        // Given
        String labels = API + "/projects/1/labels";
        sandbox.send("POST", labels, RunningSandbox.WRITE, "name=ours&color=%23000000");

        // When
        var answer = sandbox.send("PUT", labels + "/ours", RunningSandbox.WRITE, "new_name=bug");

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        var group = sandbox.send("GET", labels + "/bug", RunningSandbox.READ, "");
        assertThat(group.body()).contains("\"is_project_label\":false");
    }

    @ParameterizedTest
    @CsvSource({
        "issues, title=Gone",
        "merge_requests, title=Gone&source_branch=gone&target_branch=main"
    })
    void givesNoNumberTwice(String segment, String form) throws Exception {
        // Given
        String path = API + "/projects/1/" + segment;
        long gone = made(path, form);
        sandbox.send("DELETE", path + "/" + gone, RunningSandbox.ADMIN, "");

        // When
        long next = made(path, form);

        // Then
        assertThat(next).isEqualTo(gone + 1);
        var answer = sandbox.send("GET", path + "/" + gone, RunningSandbox.READ, "");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void letsRemovingWinAndDoesNothingTwice() throws Exception {
        // Given
        sandbox.send("PUT", issue(), RunningSandbox.WRITE, "add_labels=docs");

        // When
        var answer =
                sandbox.send(
                        "PUT",
                        issue(),
                        RunningSandbox.WRITE,
                        "add_labels=x&remove_labels=x,absent");

        // Then
        var labels = JsonMapper.shared().readTree(answer.body()).get("labels");
        assertThat(labels.toString()).isEqualTo("[\"docs\"]");
        assertThat(answer.statusCode()).isEqualTo(200);
        var absent =
                sandbox.send("GET", API + "/projects/1/labels/absent", RunningSandbox.READ, "");
        assertThat(absent.statusCode()).isEqualTo(404);
    }

    @Test
    void refusesMergesThatCannotBe() throws Exception {
        // Given
        String form = "title=Merge " + iid + "&target_branch=main&source_branch=b" + iid;
        var made =
                sandbox.send(
                        "POST", API + "/projects/1/merge_requests", RunningSandbox.WRITE, form);
        String path =
                "/projects/1/merge_requests/"
                        + JsonMapper.shared().readTree(made.body()).get("iid");
        sandbox.send("POST", "/-/sandbox" + path + "/conflicts", RunningSandbox.ADMIN, "");

        // When
        var conflict = sandbox.send("PUT", API + path + "/merge", RunningSandbox.WRITE, "");

        // Then
        assertThat(conflict.statusCode()).isEqualTo(422);
        assertThat(conflict.body()).isEqualTo("{\"message\":\"Branch cannot be merged\"}");
        sandbox.send(
                "POST",
                "/-/sandbox" + path + "/conflicts",
                RunningSandbox.ADMIN,
                "conflicts=false");
        var stale = sandbox.send("PUT", API + path + "/merge", RunningSandbox.WRITE, "sha=abc");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("SHA does not match HEAD of source branch: ");
        var twin =
                sandbox.send(
                        "POST", API + "/projects/1/merge_requests", RunningSandbox.WRITE, form);
        assertThat(twin.statusCode()).isEqualTo(409);
        assertThat(twin.body()).contains("Another open merge request already exists");
    }

    @Test
    void countsWhoWrote() throws Exception {
        // Given
        sandbox.send("PUT", issue(), RunningSandbox.WRITE, "weight=3");

        // When
        var answer = sandbox.send("GET", "/-/sandbox/writes", RunningSandbox.READ, "");

        // Then
        var writes = JsonMapper.shared().readTree(answer.body());
        assertThat(writes.at("/by_token/write").asInt()).isPositive();
        assertThat(writes.at("/by_user/pavior-bot").asInt()).isPositive();
        assertThat(answer.body()).doesNotContain(RunningSandbox.WRITE);
    }

    @Test
    void showsAPageThatEscapes() throws Exception {
        // Given
        sandbox.send("PUT", issue(), RunningSandbox.ADMIN, "title=%3Cscript%3E");

        // When
        var page = sandbox.send("GET", "/acme/gateway/-/issues/" + iid, "", "");

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    private static long made(String path, String form) throws Exception {
        var answer = sandbox.send("POST", path, RunningSandbox.ADMIN, form);
        return JsonMapper.shared().readTree(answer.body()).get("iid").asLong();
    }

    private String issue() {
        return API + "/projects/1/issues/" + iid;
    }
}
