package dev.pavior.sandbox.demo;

import dev.pavior.sandbox.domain.Deed;
import dev.pavior.sandbox.domain.Epic;
import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Refusal;
import java.util.HashMap;
import java.util.Map;

/** Plays steps in a world and remembers which item each key names. */
final class Stage {

    private final Office office;
    private final Map<String, Long> issues = new HashMap<>();
    private final Map<String, Long> requests = new HashMap<>();

    Stage(Office office) {
        this.office = office;
    }

    void play(Step step) {
        var by = office.world().userNamed(step.by()).orElseThrow(Refusal::noSuchObject);
        var deed = new Deed(by, step.at());
        switch (step.act()) {
            case Act.OpenIssue open -> open(open, deed);
            case Act.OpenRequest open -> open(open, deed);
            case Act.Change change -> change(change, deed);
            case Act.Merge merge ->
                    office.mergeRequests().merge(request(merge.key()), Fields.of(), deed);
            case Act.Say say ->
                    office.notes().write(item(say.key()), Fields.of("body", say.words()), deed);
        }
    }

    private void open(Act.OpenIssue open, Deed deed) {
        var project = office.world().projects.get(open.project());
        issues.put(open.key(), office.issues().open(project, open.fields(), deed).id());
    }

    private void open(Act.OpenRequest open, Deed deed) {
        var project = office.world().projects.get(open.project());
        var fields = open.fields().with("description", open.description() + closing(open));
        requests.put(open.key(), office.mergeRequests().open(project, fields, deed).id());
    }

    private String closing(Act.OpenRequest open) {
        if (open.closes().isEmpty()) {
            return "";
        }
        var issue = office.world().issues.get(number(issues, open.closes()));
        var project = office.world().projectOf(issue);
        String path = issue.projectId() == open.project() ? "" : office.world().fullPath(project);
        return "\n\nCloses " + path + "#" + issue.iid();
    }

    private void change(Act.Change change, Deed deed) {
        switch (item(change.key())) {
            case Issue issue -> office.issues().update(issue, change.fields(), deed);
            case Epic epic -> office.epics().update(epic, change.fields(), deed);
            case MergeRequest request ->
                    office.mergeRequests().update(request, change.fields(), deed);
        }
    }

    private Item item(String key) {
        return issues.containsKey(key)
                ? office.world().issues.get(number(issues, key))
                : request(key);
    }

    private MergeRequest request(String key) {
        return office.world().mergeRequests.get(number(requests, key));
    }

    private static long number(Map<String, Long> ids, String key) {
        Long id = ids.get(key);
        if (id == null) {
            throw new IllegalStateException("the history has not opened " + key);
        }
        return id;
    }
}
