package dev.pavior.intake.topology;

import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.domain.Sight;
import java.util.List;

/** Reads observations as sights. */
final class Sights {

    private final List<String> handles;
    private final Closings closings;

    /**
     * Reads them with what else must be known for that.
     *
     * @param handles by which people call the team
     */
    Sights(List<String> handles, Closings closings) {
        this.handles = handles;
        this.closings = closings;
    }

    Sight of(Observation seen) {
        var drawing = new SightDrawing(seen);
        drawing.drawFields();
        drawing.drawText(handles, closings);
        return drawing.sight();
    }
}
