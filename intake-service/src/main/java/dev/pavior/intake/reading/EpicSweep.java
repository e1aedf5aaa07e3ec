package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.ItemKey.Container;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.reading.sight.Sights;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The epics of one group.
 *
 * @param epics how they are read, null where the group is none of those that are read
 */
record EpicSweep(Desk desk, long groupId, @Nullable Epics epics) implements Stock {

    @Override
    public String scope() {
        return "epics of group " + groupId;
    }

    @Override
    public Numbers known(KnownItems known) {
        return known.of(Container.GROUP, groupId, ItemKey.Kind.EPIC);
    }

    @Override
    public Finding find(Numbers known, Loss loss) {
        if (epics == null) {
            return isThere() ? new Finding.Foreign() : hidden(known, loss);
        }
        if (!epics.areShown()) {
            return new Finding.Foreign();
        }
        var listed = new Numbers();
        if (epics.sweep(listed)) {
            return Finding.of(known, listed, loss, iid -> look(epics, iid));
        }
        return isThere() ? new Finding.Unreadable() : hidden(known, loss);
    }

    private boolean isThere() {
        return desk.gitLab().get(ApiPath.of("/groups/{}", groupId)).orAway().isPresent();
    }

    /** A group that cannot be seen hides everything that was known of it. */
    private Finding hidden(Numbers known, Loss loss) {
        return Finding.of(known, new Numbers(), loss, iid -> Optional.of(gone(iid, "hidden")));
    }

    private Optional<Observation> look(Epics epics, long iid) {
        return Optional.ofNullable(epics.missing(iid)).map(reason -> gone(iid, reason));
    }

    private Observation gone(long iid, String reason) {
        var key = ItemKey.epic(desk.host(), groupId, iid);
        return Sights.gone(key, desk.look(Origin.SWEEP, desk.now()), reason);
    }
}
