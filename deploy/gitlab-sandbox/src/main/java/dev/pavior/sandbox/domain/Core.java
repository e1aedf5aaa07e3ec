package dev.pavior.sandbox.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What issues and merge requests have in common. */
public record Core(
        long id,
        long iid,
        long projectId,
        long authorId,
        Instant createdAt,
        Text text,
        Standing standing,
        Plan plan,
        Instant updatedAt,
        @Nullable Long updatedBy) {

    public Core moved(Text newText, Standing newStanding, Plan newPlan, long by, Instant at) {
        return new Core(
                id, iid, projectId, authorId, createdAt, newText, newStanding, newPlan, at, by);
    }

    public Core standing(Standing newStanding, long by, Instant at) {
        return moved(text, newStanding, plan, by, at);
    }

    /** As it is when something around it changed. */
    public Core touched(Instant at) {
        return new Core(
                id, iid, projectId, authorId, createdAt, text, standing, plan, at, updatedBy);
    }

    Core planned(Plan other) {
        return new Core(
                id, iid, projectId, authorId, createdAt, text, standing, other, updatedAt,
                updatedBy);
    }

    /** This core, open or closed as the other. */
    public Core standingAs(Core other) {
        return new Core(
                id,
                iid,
                projectId,
                authorId,
                createdAt,
                text,
                other.standing,
                plan,
                updatedAt,
                updatedBy);
    }
}
