package dev.pavior.chassis.access;

import java.security.Principal;

/**
 * Who stands behind a token.
 *
 * @param userId GitLab's id of the user
 * @param name name for log lines and answers
 * @param role what they may do
 */
public record Access(long userId, String name, Role role) implements Principal {

    @Override
    public String getName() {
        return name;
    }
}
