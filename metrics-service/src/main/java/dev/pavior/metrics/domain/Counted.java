package dev.pavior.metrics.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is counted for one item so far, kept so that exactly this can be taken away again.
 *
 * @param revision the newest state that was seen; 0 before the first
 * @param contributions what that state adds
 */
public record Counted(long revision, List<Contribution> contributions) {

    /** Nothing was seen of the item yet. */
    public static final Counted NOTHING = new Counted(0, List.of());

    public Counted {
        contributions = List.copyOf(contributions);
    }

    /** Decides what a state of the item changes; one that is not newer changes nothing. */
    public Restatement restate(Item item, Charter charter) {
        if (item.revision() <= revision) {
            return new Restatement.Stale();
        }
        var next = new Counted(item.revision(), Kpis.contributions(item, charter));
        return new Restatement.Restated(next, next.minus(this));
    }

    /** What to add to each cell to come from the other to this; cells that stay are left out. */
    private Map<Cell, Amount> minus(Counted other) {
        var deltas = new LinkedHashMap<Cell, Amount>();
        other.contributions.forEach(
                c -> deltas.merge(c.cell(), c.amount().negated(), Amount::plus));
        contributions.forEach(c -> deltas.merge(c.cell(), c.amount(), Amount::plus));
        deltas.values().removeIf(Amount.NONE::equals);
        return deltas;
    }
}
