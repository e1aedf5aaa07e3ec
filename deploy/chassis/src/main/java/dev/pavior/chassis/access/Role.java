package dev.pavior.chassis.access;

import java.util.Arrays;
import java.util.List;

/** What a token's bearer may do; each role includes those before it. */
public enum Role {
    /** Reads what is not confidential. */
    READER,
    /** Reads confidential items too. */
    CONFIDENTIAL,
    /** Changes things. */
    OPERATOR;

    /** This role and all it includes. */
    List<Role> included() {
        return Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0).toList();
    }
}
