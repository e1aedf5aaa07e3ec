package dev.pavior.sandbox.rest;

import java.util.Set;

/** A personal access token: whose it is and what it may do. */
public record Token(long id, String name, String secret, String username, Set<String> scopes) {

    static final String WRITE = "api";
    static final String READ = "read_api";
    static final String SUDO = "sudo";

    boolean mayWrite() {
        return scopes.contains(WRITE);
    }

    boolean mayRead() {
        return mayWrite() || scopes.contains(READ);
    }

    /** Not the secret: a token is printed in logs and counts. */
    @Override
    public String toString() {
        return name;
    }
}
