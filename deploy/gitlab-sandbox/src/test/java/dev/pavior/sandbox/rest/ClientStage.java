package dev.pavior.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.sandbox.Corpus;
import dev.pavior.sandbox.RunningSandbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;
import org.jspecify.annotations.Nullable;

/** A client that nobody here wrote, before a sandbox whose answers are judged at the end. */
final class ClientStage implements AutoCloseable {

    static final String PROJECT = "acme/gateway";

    private static @Nullable DescribedApi described;

    private final Set<String> calls = new ConcurrentSkipListSet<>();
    private final RunningSandbox sandbox;
    private final Recorder recorder;
    final GitLabApi gitlab;

    /** A call of the client that may fail. */
    interface ClientCall<T> {
        T make() throws GitLabApiException;
    }

    /** A call of the client that returns nothing. */
    interface ClientDeletion {
        void make() throws GitLabApiException;
    }

    ClientStage() throws Exception {
        sandbox = RunningSandbox.with(Map.of());
        recorder = new Recorder(sandbox.url());
        gitlab = new GitLabApi(recorder.url(), RunningSandbox.ADMIN);
    }

    RunningSandbox sandbox() {
        return sandbox;
    }

    String url() {
        return recorder.url();
    }

    <T> T call(String name, ClientCall<T> call) throws GitLabApiException {
        calls.add(name);
        return call.make();
    }

    static Boolean delete(ClientDeletion call) throws GitLabApiException {
        call.make();
        return true;
    }

    /** Closes it all, after every answer was held against GitLab's description. */
    void judge(int leastCalls, int leastValidated) {
        try {
            assertThat(calls).as("named calls").hasSizeGreaterThanOrEqualTo(leastCalls);
            System.out.println("gitlab4j calls: " + calls.size() + " " + calls);
            judgeAnswers(leastValidated);
        } finally {
            close();
        }
    }

    private void judgeAnswers(int leastValidated) {
        if (!Corpus.given()) {
            System.out.println(
                    "answers are not compared with GitLab's description: no PAVIOR_CORPUS");
            return;
        }
        var description = described();
        var complaints = new TreeSet<String>();
        var undescribed = new TreeMap<String, Integer>();
        int validated = 0;
        for (var answer : recorder.answers()) {
            var found = description.complaints(answer);
            validated += found.isPresent() ? 1 : 0;
            complaints.addAll(found.orElse(List.of()));
            if (found.isEmpty()) {
                undescribed.merge(template(answer), 1, Integer::sum);
            }
        }
        System.out.println(
                "answers: %d, validated against GitLab's description: %d, not described there: %s"
                        .formatted(recorder.answers().size(), validated, undescribed));
        assertThat(description.learned()).isGreaterThan(100);
        assertThat(validated).isGreaterThanOrEqualTo(leastValidated);
        assertThat(complaints).isEmpty();
    }

    /** Read once for all tests: it is long. */
    private static synchronized DescribedApi described() {
        var known = described;
        if (known == null) {
            known = new DescribedApi(Corpus.orSkip(ClientStage.class));
            described = known;
        }
        return known;
    }

    private static String template(Recorder.Answered answer) {
        return answer.method()
                + " "
                + answer.path().replaceFirst("/api/v4", "").replaceAll("/(\\d+|acme[^/]*)", "/:id")
                + " "
                + answer.status();
    }

    @Override
    public void close() {
        gitlab.close();
        recorder.close();
        sandbox.close();
    }
}
