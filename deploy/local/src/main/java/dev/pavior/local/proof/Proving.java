package dev.pavior.local.proof;

import dev.pavior.local.proof.Finding.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
     * Every delivery counted as published or parked has a record on its topic. There may be more
     * with one: their count was not kept, so they were not answered with success.
     */
    public List<Finding> topics() {
        long untold = counted(sheets, Sheet.UNTOLD);
        var findings = new ArrayList<Finding>();
        accounts()
                .filter(account -> !account.isEmpty())
                .forEach(account -> findings.add(account.finding(untold > 0)));
        if (untold > 0) {
            findings.add(untold(untold));
        }
        return findings;
    }

    private Stream<Account> accounts() {
        return Recorded.nouns().stream()
                .map(
                        noun ->
                                new Account(
                                        noun,
                                        counted(sheets, noun),
                                        counted(later, noun) - counted(sheets, noun),
                                        recorded.on(noun),
                                        recorded.removed(noun)));
    }

    /** An older version counted these without their topic, so any topic may have or lack them. */
    private Finding untold(long counted) {
        long spare = accounts().mapToLong(Account::spare).sum();
        var compared =
                "counted %d without their topic, further deliveries with a record %d"
                        .formatted(counted, spare);
        return spare >= counted
                ? new Finding(Grade.HOLDS, compared)
                : Account.lack(compared, counted - spare, removed());
    }

    private long removed() {
        return accounts().mapToLong(Account::removed).sum();
    }

    private static long counted(List<Sheet> sheets, String noun) {
        return sheets.stream().mapToLong(sheet -> sheet.recorded(noun)).sum();
    }

    /** How many deliveries have no record any more because their topic removed it. */
    private long excused() {
        long spare = accounts().mapToLong(Account::spare).sum();
        return accounts().mapToLong(Account::excused).sum()
                + Math.clamp(counted(sheets, Sheet.UNTOLD) - spare, 0, removed());
    }

    /** What GitLab logs as a success is here, or was ignored. */
    public List<Finding> log(List<HookLog.Entry> log) {
        var good = log.stream().filter(HookLog.Entry::isGood).toList();
        long counted = sheets.stream().mapToLong(Sheet::good).sum();
        long ignored = sheets.stream().mapToLong(sheet -> sheet.count("ignored")).sum();
        var named = good.stream().filter(entry -> !entry.id().isEmpty()).toList();
        long without = named.stream().filter(entry -> !recorded.has(entry.id())).count();
        var findings = new ArrayList<Finding>();
        findings.add(
                Finding.of(
                        good.size() <= counted,
                        "GitLab's log has %d successes, the intake counts %d"
                                .formatted(good.size(), counted)));
        findings.add(withoutRecord(named.size(), without, ignored));
        if (named.size() < good.size()) {
            findings.add(
                    Finding.of(
                            true,
                            "%d successes name no key, so only their number was compared"
                                    .formatted(good.size() - named.size())));
        }
        return findings;
    }

    private Finding withoutRecord(long good, long without, long ignored) {
        var compared =
                "of GitLab's %d successes %d have a record, %d have none (%d were ignored)"
                        .formatted(good, good - without, without, ignored);
        if (without <= ignored) {
            return new Finding(Grade.HOLDS, compared);
        }
        return Account.lack(compared, without - ignored, excused());
    }
}
