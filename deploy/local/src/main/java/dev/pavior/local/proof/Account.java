package dev.pavior.local.proof;

import dev.pavior.local.proof.Finding.Grade;

/**
 * What the intake counted for one topic beside what the topic has.
 *
 * @param noun of the topic
 * @param counted deliveries whose record must be there
 * @param since how many more were counted while the topics were read
 * @param found deliveries whose record is there
 * @param removed records that are there no longer
 */
record Account(String noun, long counted, long since, long found, long removed) {

    boolean isEmpty() {
        return counted == 0 && found == 0;
    }

    /** How many it has more than were counted for it. */
    long spare() {
        return Math.max(0, found - counted);
    }

    /** How many it lacks because they were removed. */
    long excused() {
        return Math.clamp(counted - found, 0, removed);
    }

    /**
     * How the two compare.
     *
     * @param untold whether others were counted without their topic, and may be here
     */
    Finding finding(boolean untold) {
        var compared = "%s: counted %d, with a record %d".formatted(noun, counted, found);
        if (found < counted) {
            return lack(compared, counted - found, removed);
        }
        return spare() == 0
                ? new Finding(Grade.HOLDS, compared)
                : new Finding(Grade.EXPLAINED, compared + "; " + surplus(untold));
    }

    private String surplus(boolean untold) {
        var meanwhile = "%d came in during the reading".formatted(Math.min(spare(), since));
        if (spare() <= since) {
            return meanwhile;
        }
        var unanswered =
                "%d were %snever answered 2xx"
                        .formatted(
                                spare() - since, untold ? "counted without their topic or " : "");
        return since == 0 ? unanswered : meanwhile + ", " + unanswered;
    }

    /** Says whether what was removed accounts for what is lacking. */
    static Finding lack(String compared, long lacking, long removed) {
        return lacking <= removed
                ? new Finding(
                        Grade.EXPLAINED,
                        compared + "; %d records are there no longer".formatted(removed))
                : new Finding(Grade.MISSING, compared + "; %d have none".formatted(lacking));
    }
}
