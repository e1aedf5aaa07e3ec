package dev.pavior.handoff.web;

import dev.pavior.chassis.access.Access;
import dev.pavior.chassis.access.Role;
import dev.pavior.handoff.domain.Handoff;

/** How much of a handoff the bearer of a token may see. */
enum Sight {
    /** All of each handoff. */
    CLEARED,
    /** All of an open handoff, of a confidential one its key alone. */
    OPEN_ONLY;

    static Sight of(Access access) {
        return access.role().compareTo(Role.CONFIDENTIAL) >= 0 ? CLEARED : OPEN_ONLY;
    }

    boolean sees(Handoff handoff) {
        return this == CLEARED || !handoff.confidential();
    }
}
