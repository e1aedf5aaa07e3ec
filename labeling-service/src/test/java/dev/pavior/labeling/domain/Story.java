package dev.pavior.labeling.domain;

import dev.pavior.labeling.domain.Decision.Match;
import dev.pavior.labeling.domain.Judgement.Judged;
import dev.pavior.taxonomy.Taxonomy;
import dev.pavior.taxonomy.file.TaxonomyFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What happens to one item, told state by state. */
final class Story {

    static final Taxonomy TAXONOMY =
            TaxonomyFile.read(
                    Path.of(System.getProperty("pavior.root"), "deploy/charter/taxonomy.yaml"));
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final Kind kind;
    private Judge judge;
    private ItemMemory memory = ItemMemory.empty();
    private long revision;
    private Instant now = START;
    private String state = "opened";
    private List<String> labels = List.of();
    private Integer weight;
    private Judgement last = new Judgement.Stale();

    Story(Kind kind, Policy... policies) {
        this.kind = kind;
        under(policies);
    }

    static Story ofIssue(Policy... policies) {
        return new Story(Kind.ISSUE, policies);
    }

    Story under(Policy... policies) {
        judge = new Judge(TAXONOMY, new PolicySet("v" + policies.length, List.of(policies)));
        return this;
    }

    Story labelled(String... labels) {
        this.labels = List.of(labels);
        return next();
    }

    Story in(String state) {
        this.state = state;
        return next();
    }

    Story weighing(int weight) {
        this.weight = weight;
        return next();
    }

    Story next() {
        now = now.plusSeconds(60);
        return again(++revision);
    }

    /** The same moment by GitLab's clock, but a newer revision. */
    Story atOnceLabelled(String... labels) {
        this.labels = List.of(labels);
        return again(++revision);
    }

    Story again(long revision) {
        last = judge.judge(memory, item(revision, false));
        if (last instanceof Judged judged) {
            memory = judged.after();
        }
        return this;
    }

    Story vanished() {
        last = judge.judge(memory, item(++revision, true));
        return this;
    }

    Story settled(String id) {
        memory = memory.settle(id);
        return this;
    }

    /** The writer carried out what was owed last. */
    Story carriedOut() {
        var match = theOneOwed();
        settled(match.editId());
        var next = new java.util.TreeSet<>(labels);
        next.addAll(match.missing().add());
        match.missing().remove().forEach(next::remove);
        return labelled(next.toArray(String[]::new));
    }

    Judgement last() {
        return last;
    }

    Judged judged() {
        return (Judged) last;
    }

    List<Match> owed() {
        return judged().owed();
    }

    Match theOneOwed() {
        var owed = owed();
        if (owed.size() != 1) {
            throw new AssertionError("one edit should be owed, not " + owed);
        }
        return owed.get(0);
    }

    WorkflowTrack workflow() {
        return memory.workflow();
    }

    Item item(long revision, boolean gone) {
        return new Item(
                "gitlab.test/7/" + kind.word() + "/1",
                revision,
                now,
                42L,
                kind,
                null,
                state,
                labels,
                null,
                weight,
                null,
                false,
                false,
                List.of(),
                List.of(),
                START,
                null,
                null,
                null,
                null,
                gone);
    }
}
