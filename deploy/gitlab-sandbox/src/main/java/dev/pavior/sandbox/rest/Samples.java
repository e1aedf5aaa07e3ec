package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Deed;
import dev.pavior.sandbox.domain.Happening;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.ItemShelf;
import dev.pavior.sandbox.domain.Note;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.World;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Finds what a hook's test tells of: the newest of its kind, as if it were just made. */
final class Samples {

    private final World world;
    private final Home home;
    private final Deed deed;

    private Samples(World world, Home home, Deed deed) {
        this.world = world;
        this.home = home;
        this.deed = deed;
    }

    static Happening of(String trigger, Hook hook, World world, Deed deed) {
        Long group = hook.groupId();
        Long project = hook.projectId();
        var home = group != null ? Home.group(group) : Home.project(project == null ? 0 : project);
        return new Samples(world, home, deed).of(trigger);
    }

    private Happening of(String trigger) {
        return switch (trigger) {
            case "issues_events", "confidential_issues_events" ->
                    opened(newest(world.issueItems, "issues"));
            case "merge_requests_events" -> opened(newest(world.requestItems, "merge requests"));
            case "note_events", "confidential_note_events" -> note();
            case "milestone_events" -> milestone();
            case "resource_access_token_events" -> expiring();
            default -> throw Refusal.message(422, "Testing not available for this hook");
        };
    }

    private Happening opened(Item item) {
        return new Happening.Changed("open", null, item, deed);
    }

    private <T extends Item> T newest(ItemShelf<T> items, String what) {
        var found = items.byCreation.of(home);
        if (found.isEmpty()) {
            throw lacks(what);
        }
        return found.lastEntry().getValue();
    }

    private Happening note() {
        return world.issueItems.byUpdate.of(home).descendingMap().values().stream()
                .flatMap(issue -> world.notesOn(issue).stream().map(note -> noted(note, issue)))
                .findFirst()
                .orElseThrow(() -> lacks("notes"));
    }

    private Happening noted(Note note, Item item) {
        return new Happening.Noted("create", note, item, deed);
    }

    private Happening milestone() {
        return world.milestones.stream()
                .filter(milestone -> world.reaches(home, milestone.home()))
                .reduce((first, second) -> second)
                .map(milestone -> new Happening.Scheduled("create", milestone, deed))
                .orElseThrow(() -> lacks("milestones"));
    }

    private Happening expiring() {
        var day = LocalDate.ofInstant(deed.at(), ZoneOffset.UTC).plusDays(7);
        return new Happening.Expiring(home, 1, "sample", day, deed);
    }

    private static Refusal lacks(String what) {
        return Refusal.message(422, "Ensure the project has " + what + ".");
    }
}
