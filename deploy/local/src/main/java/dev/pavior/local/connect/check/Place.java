package dev.pavior.local.connect.check;

import java.util.OptionalLong;

/**
 * A group or project, and how much there is in it.
 *
 * @param what group or project
 * @param path its full path
 * @param projects how many projects it has; empty where GitLab does not say
 * @param issues how many issues
 * @param mergeRequests how many merge requests
 * @param role the role of the token's user there
 */
public record Place(
        String what,
        String path,
        OptionalLong projects,
        OptionalLong issues,
        OptionalLong mergeRequests,
        Role role) {

    /** What a user may see of a place. */
    public enum Role {
        /** Not a member: only what everybody sees. */
        NONE,
        /** A member, but too little to see confidential issues of others. */
        GUEST,
        /** Planner, reporter or more: all issues. */
        REPORTER,
        UNKNOWN;

        static Role of(int accessLevel) {
            return accessLevel < 15 ? GUEST : REPORTER;
        }
    }
}
