package dev.pavior.sandbox.demo;

import dev.pavior.sandbox.domain.Group;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.Project;
import dev.pavior.sandbox.domain.User;
import dev.pavior.sandbox.domain.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What every new world begins with: users, a group, its projects and the charter's labels. */
public final class Seed {

    static final List<String> PEOPLE =
            List.of(
                    "Ada Kovac",
                    "Bo Lindqvist",
                    "Chidi Okafor",
                    "Dara Quinn",
                    "Eun Park",
                    "Femi Adeyemi");

    static final List<String> LABELS =
            List.of(
                    "ProdSecEng Candidate",
                    "Product Security Engineering Team",
                    "ProdSecEngMetric::ProdSecRequirement",
                    "ProdSecEngMetric::Defense in Depth",
                    "ProdSecEngMetric::Paved Road",
                    "ProdSecEngMetric::Tooling Integration",
                    "ProdSecEngMetric::Custom Tooling",
                    "ProdSecEngMetric::Sunsetting",
                    "ProdSecEngMetric::Pending",
                    "ProdSecEngMetric::Internal",
                    "workflow::validation backlog",
                    "workflow::solution validation",
                    "workflow::ready for development",
                    "workflow::in dev",
                    "workflow::in review",
                    "workflow::verification",
                    "workflow::blocked",
                    "workflow::complete",
                    "priority::1",
                    "priority::2",
                    "priority::3",
                    "priority::4",
                    "group::authentication",
                    "group::source code",
                    "group::vulnerability management",
                    "Unplanned",
                    "Milestone Planning",
                    "Division::Security",
                    "Department::Product Security",
                    "bug",
                    "documentation");

    private static final long FIRST_PERSON = 4;

    private Seed() {}

    public static void plant(World world, Instant at) {
        plantPeople(world, at);
        var acme = world.groups.put(new Group(1, "acme", "Acme", "The product.", at, null));
        world.projects.put(
                new Project(1, acme.id(), "gateway", "Gateway", "The front door.", at, false));
        world.projects.put(
                new Project(2, acme.id(), "console", "Console", "The web console.", at, false));
        plantLabels(world, acme, at);
    }

    private static void plantPeople(World world, Instant at) {
        world.users.put(new User(1, "root", "Administrator", true, false, at));
        world.users.put(new User(2, "pavior-bot", "Pavior", false, true, at));
        world.users.put(new User(3, "pavior-reader", "Pavior (reading)", false, true, at));
        for (String name : PEOPLE) {
            world.users.put(new User(world.users.nextId(), username(name), name, false, false, at));
        }
    }

    /** The id that a person of the seed has in every world. */
    static long personId(String username) {
        for (int i = 0; i < PEOPLE.size(); i++) {
            if (username(PEOPLE.get(i)).equals(username)) {
                return FIRST_PERSON + i;
            }
        }
        throw new IllegalArgumentException(username);
    }

    private static String username(String name) {
        return name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
    }

    static void plantLabels(World world, Group group, Instant at) {
        for (String title : LABELS) {
            var home = Home.group(group.id());
            world.labels.put(
                    new Label(
                            world.labels.nextId(), home, title, color(title), null, null, at, at));
        }
    }

    /** Labels of one scope have one colour. */
    private static String color(String title) {
        int scope = title.lastIndexOf("::");
        String key = scope < 0 ? title : title.substring(0, scope);
        return "#%06x".formatted((key.hashCode() & 0x7f7f7f) + 0x202020);
    }
}
