package dev.pavior.labeling.domain;

import java.util.List;
import java.util.Optional;

/** Where a request goes. */
public sealed interface Routing {

    /**
     * The issue that is to be created for it.
     *
     * @param labels labels to put on
     */
    record Draft(
            long projectId,
            String title,
            String description,
            boolean confidential,
            List<String> labels) {}

    /** To whom it is referred and why, where it is not the team's. */
    record Referral(String dri, String reason) {}

    /** An issue is created for it. */
    record Issued(Draft draft, Optional<Referral> referral) implements Routing {}

    /** Somebody else is asked, and takes no issues from us. */
    record Redirected(Referral referral) implements Routing {}
}
