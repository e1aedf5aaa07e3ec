package dev.pavior.local.connect.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.local.connect.check.Place.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreCheckTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final TokenFile TOKEN = new TokenFile(Path.of("/its/token"), "glpat-1", false);

    private ScriptedGitLab gitLab;

    @BeforeEach
    void start() throws IOException {
        gitLab = ScriptedGitLab.good();
    }

    @AfterEach
    void stop() {
        gitLab.close();
    }

    @Test
    void countsWhatTheTokenSees() {
        // When
        var admission = check();
        // Then
        assertThat(admission.version()).isEqualTo("18.6.0-ee");
        assertThat(admission.bearer().user()).isEqualTo("reader");
        assertThat(admission.warnings()).isEmpty();
        assertThat(admission.places())
                .containsExactly(
                        new Place(
                                "group",
                                "security/tools",
                                OptionalLong.of(3),
                                OptionalLong.of(1234),
                                OptionalLong.of(56),
                                Role.REPORTER));
    }

    @Test
    void onlyGetsAndTellsTheTokenInItsHeaderAlone() {
        // When
        check();
        // Then
        assertThat(gitLab.asked).isNotEmpty().allMatch(asked -> asked.startsWith("GET /api/v4/"));
        assertThat(gitLab.asked).noneMatch(asked -> asked.contains(TOKEN.token()));
        assertThat(gitLab.tokens).containsOnly(TOKEN.token());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "404 | <html>no page</html>                    | no GitLab answers at",
                "200 | <html>welcome</html>                    | no GitLab answers at",
                "200 | {\"name\":\"another service\"}          | no GitLab answers at",
                "401 | <html>log in</html>                     | no GitLab answers at",
                "401 | {\"message\":\"401 Unauthorized\"}      | does not know the token in /its/token",
                "401 | {\"error\":\"invalid_token\",\"error_description\":\"Token is expired.\"} | has expired: make a new one",
                "401 | {\"error\":\"invalid_token\",\"error_description\":\"Token was revoked.\"} | was revoked: make a new one",
                "403 | {\"error\":\"insufficient_scope\"}      | make one with the scope read_api",
                "403 | {\"message\":\"403 Forbidden\"}         | is your address blocked, or the account?",
                "407 | <html>proxy</html>                      | the proxy wants a login",
                "429 | Retry later                             | limits us now (429): try again in 60 seconds",
                "502 | <html>bad gateway</html>                | is not well (502): try again later"
            })
    void saysInOneLineWhyTheFirstAnswerIsNoHelp(int status, String body, String words) {
        // Given
        gitLab.says("/version", status, body);
        // When, Then
        assertThatThrownBy(this::check)
                .isInstanceOf(ConnectRefusal.class)
                .hasMessageContaining(words)
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://gitlab.example.com/api/v4/version, use that address",
        "/users/sign_in, a login stands before it"
    })
    void followsNoRedirect(String location, String words) {
        // Given
        gitLab.says("/version", 302, Map.of("Location", location), "");
        // When, Then
        assertThatThrownBy(this::check).hasMessageContaining(words);
        assertThat(gitLab.asked).hasSize(1);
    }

    @Test
    void tellsOfAHostThatDoesNotExist() {
        assertThatThrownBy(() -> check("http://gitlab.invalid", name -> null))
                .hasMessage("there is no host gitlab.invalid: check the address");
    }

    @Test
    void tellsOfAPortWhereNothingListens() throws IOException {
        // Given
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        // When, Then
        assertThatThrownBy(() -> check("http://127.0.0.1:" + port, name -> null))
                .hasMessageContaining("nothing listens at 127.0.0.1:" + port);
    }

    @Test
    void tellsHowJavaWantsAProxyWhereOthersFindItInTheEnvironment() {
        // Given
        var environment = Map.of("HTTPS_PROXY", "http://proxy.example.com:3128");
        // When, Then
        assertThatThrownBy(() -> check("https://gitlab.invalid", environment::get))
                .hasMessageContaining("HTTPS_PROXY is set")
                .hasMessageContaining("-Dhttps.proxyHost=HOST");
    }

    @Test
    void tellsOfAPortThatDoesNotSpeakTls() throws IOException {
        // Given
        try (var socket = new ServerSocket(0)) {
            var url = "https://127.0.0.1:" + socket.getLocalPort();
            Thread.ofVirtual().start(() -> answerInClear(socket));
            // When, Then
            assertThatThrownBy(() -> check(url, name -> null))
                    .hasMessageContaining("does not speak TLS there");
        }
    }

    private static void answerInClear(ServerSocket socket) {
        try (var caller = socket.accept()) {
            caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
            caller.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsOfASilentHost() throws IOException {
        // Given
        try (var silent = new ServerSocket(0)) {
            var url = "http://127.0.0.1:" + silent.getLocalPort();
            // When, Then
            assertThatThrownBy(() -> check(url, name -> null, Duration.ofSeconds(1)))
                    .hasMessageContaining("does not answer in time");
        }
    }

    @Test
    void refusesATokenThatMayNotReadTheInterface() {
        // Given
        gitLab.says(
                "/personal_access_tokens/self", 200, "{\"scopes\":[\"read_user\",\"read_api_x\"]}");
        // When, Then
        assertThatThrownBy(this::check)
                .hasMessageContaining("has the scopes read_user, read_api_x")
                .hasMessageContaining("make one with the scope read_api");
    }

    @Test
    void goesOnWithAWiderTokenAndSaysWhatIsSent() {
        // Given
        gitLab.says("/personal_access_tokens/self", 200, "{\"scopes\":[\"api\"]}");
        // When
        var admission = check();
        // Then
        assertThat(admission.warnings())
                .singleElement()
                .asString()
                .contains("(api)", "only GET and GraphQL queries are sent", "read_api is enough");
    }

    @Test
    void goesOnWhereTheTokenDoesNotTellItsScopes() {
        // Given
        gitLab.says("/personal_access_tokens/self", 404, "{\"message\":\"404 Not Found\"}");
        // When
        var admission = check();
        // Then
        assertThat(admission.warnings()).containsExactly("the token does not tell its scopes");
    }

    @Test
    void warnsOfATokenThatExpiresSoon() {
        // Given
        gitLab.says(
                "/personal_access_tokens/self",
                200,
                "{\"scopes\":[\"read_api\"],\"expires_at\":\"2026-12-01\"}");
        // When
        var admission = check();
        // Then
        assertThat(admission.warnings()).containsExactly("the token expires on 2026-12-01");
    }

    @Test
    void saysThatTheUserSeesNoSuchGroup() {
        // Given
        gitLab.says("/groups/security%2Ftools", 404, "{\"message\":\"404 Group Not Found\"}");
        // When, Then
        assertThatThrownBy(this::check)
                .hasMessage(
                        "reader sees no group \"security/tools\": check its full path, and that"
                                + " reader is at least Reporter there");
    }

    @ParameterizedTest
    @CsvSource({
        "'[]', is no member of security/tools",
        "'[{\"id\":7,\"access_level\":10}]', is less than Reporter in security/tools"
    })
    void warnsWhereConfidentialIssuesStayUnseen(String members, String words) {
        // Given
        gitLab.says("/groups/security%2Ftools/members/all", 200, members);
        // When
        var admission = check();
        // Then
        assertThat(admission.warnings()).singleElement().asString().contains(words);
    }

    @Test
    void doesWithoutTheLengthOfAListThatIsTooLong() {
        // Given
        gitLab.says("/groups/security%2Ftools/issues", 200, "[]");
        // When
        var admission = check();
        // Then
        assertThat(admission.places().getFirst().issues()).isEmpty();
    }

    private Admission check() {
        return check(gitLab.url(), name -> null);
    }

    private static Admission check(
            String url, java.util.function.UnaryOperator<String> environment) {
        return check(url, environment, Duration.ofSeconds(60));
    }

    private static Admission check(
            String url, java.util.function.UnaryOperator<String> environment, Duration patience) {
        var target = Target.of(url, List.of("security/tools"), List.of());
        var asking = new Asking(target, TOKEN, environment, patience);
        return new PreCheck(target, TOKEN, asking, CLOCK).run();
    }
}
