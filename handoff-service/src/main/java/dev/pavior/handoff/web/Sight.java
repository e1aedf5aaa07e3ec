package dev.pavior.handoff.web;

import dev.pavior.chassis.access.Role;
import dev.pavior.handoff.domain.Handoff;
import org.springframework.security.core.Authentication;

/** How much of a handoff the bearer of a token may see. */
enum Sight {
    /** All of each handoff. */
    CLEARED,
    /** All of an open handoff, of a confidential one its key alone. */
    OPEN_ONLY;

    private static final String CONFIDENTIAL = "ROLE_" + Role.CONFIDENTIAL.name();

    // By authority: the higher roles have those of the lower ones.
    static Sight of(Authentication who) {
        return who.getAuthorities().stream()
                        .anyMatch(granted -> CONFIDENTIAL.equals(granted.getAuthority()))
                ? CLEARED
                : OPEN_ONLY;
    }

    boolean sees(Handoff handoff) {
        return this == CLEARED || !handoff.confidential();
    }
}
