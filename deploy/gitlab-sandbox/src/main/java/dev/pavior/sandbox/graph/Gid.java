package dev.pavior.sandbox.graph;

import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.Status;

/** GitLab's global ids. */
final class Gid {

    private static final String ROOT = "gid://gitlab/";

    /** Namespaces of projects have ids of their own, other than the projects'. */
    private static final long PROJECT_NAMESPACES = 1_000_000;

    private Gid() {}

    static String of(String type, long id) {
        return ROOT + type + "/" + id;
    }

    static String of(Status status) {
        return status.custom()
                ? of("WorkItems::Statuses::Custom::Status", status.id())
                : of("WorkItems::Statuses::SystemDefined::Status", status.id());
    }

    static String namespace(Home home) {
        return home.group()
                ? of("Group", home.id())
                : of("Namespaces::ProjectNamespace", PROJECT_NAMESPACES + home.id());
    }

    static long id(String gid) {
        try {
            return Long.parseLong(gid.substring(gid.lastIndexOf('/') + 1));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("id");
        }
    }
}
