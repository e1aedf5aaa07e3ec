package dev.pavior.local.proof;

import dev.pavior.local.proof.Finding.Grade;
import java.util.ArrayList;
import java.util.List;

/** Compares the three accounts of what came in: the sheets', the topics' and GitLab's. */
public final class Proving {

    private final List<Sheet> sheets;
    private final Recorded recorded;
    private final List<Sheet> later;

    /**
     * The accounts.
     *
     * @param sheets as they were before the topics were read
     * @param later as they were after it, since deliveries may come in all the while
     */
    public Proving(List<Sheet> sheets, Recorded recorded, List<Sheet> later) {
        this.sheets = List.copyOf(sheets);
        this.recorded = recorded;
        this.later = List.copyOf(later);
    }

    /** Each instance: received = published + ignored + parked + refused + unavailable. */
    public List<Finding> sums() {
        return sheets.stream().map(Proving::sum).toList();
    }

    private static Finding sum(Sheet sheet) {
        long atHand = sheet.received() - sheet.ended();
        var words =
                "instance %s: received %d = ended %d%s"
                        .formatted(
                                sheet.instance(),
                                sheet.received(),
                                sheet.ended(),
                                atHand > 0 ? " + at hand " + atHand : "");
        return Finding.of(atHand >= 0, words);
    }

    /**
     * Every delivery counted as published or parked has a record. There may be more with one: their
     * count was not kept, so they were not answered with success.
     */
    public Finding topics() {
        long counted = sheets.stream().mapToLong(Sheet::recorded).sum();
        long found = recorded.all();
        var compared =
                "published + parked %d, deliveries with a record %d".formatted(counted, found);
        if (found > counted) {
            return new Finding(Grade.EXPLAINED, compared + "; " + surplus(found - counted));
        }
        long lacking = counted - found;
        if (lacking == 0) {
            return new Finding(Grade.HOLDS, compared);
        }
        return lacking <= recorded.removed()
                ? new Finding(Grade.EXPLAINED, compared + "; " + removed())
                : new Finding(Grade.MISSING, compared + "; %d have none".formatted(lacking));
    }

    private String surplus(long more) {
        long counted = later.stream().mapToLong(Sheet::recorded).sum();
        long since = counted - sheets.stream().mapToLong(Sheet::recorded).sum();
        var unanswered = "%d were never answered 2xx".formatted(more - since);
        var meanwhile = "%d came in during the reading".formatted(Math.min(more, since));
        if (more <= since) {
            return meanwhile;
        }
        return since == 0 ? unanswered : meanwhile + ", " + unanswered;
    }

    private String removed() {
        return "the topics no longer hold %d records".formatted(recorded.removed());
    }

    /** What GitLab logs as a success is here, or was ignored. */
    public List<Finding> log(List<HookLog.Entry> log) {
        var good = log.stream().filter(HookLog.Entry::isGood).toList();
        long counted = sheets.stream().mapToLong(Sheet::good).sum();
        long ignored = sheets.stream().mapToLong(sheet -> sheet.count("ignored")).sum();
        long without = good.stream().filter(entry -> !recorded.has(entry.id())).count();
        var findings = new ArrayList<Finding>();
        findings.add(
                Finding.of(
                        good.size() <= counted,
                        "GitLab's log has %d successes, the intake counts %d"
                                .formatted(good.size(), counted)));
        findings.add(withoutRecord(good.size(), without, ignored));
        return findings;
    }

    private Finding withoutRecord(long good, long without, long ignored) {
        var compared =
                "of GitLab's %d successes %d have a record, %d have none (%d were ignored)"
                        .formatted(good, good - without, without, ignored);
        if (without <= ignored) {
            return new Finding(Grade.HOLDS, compared);
        }
        return new Finding(
                without <= ignored + recorded.removed() ? Grade.EXPLAINED : Grade.MISSING,
                compared + "; " + removed());
    }
}
