package dev.pavior.sandbox.demo;

import dev.pavior.sandbox.domain.Group;
import dev.pavior.sandbox.domain.Happening;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Ledger;
import dev.pavior.sandbox.domain.Milestone;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Project;
import dev.pavior.sandbox.domain.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** A team's last months before a day: the same for the same day, to the millisecond. */
public final class History {

    static final long TEAM_PROJECT = 3;
    private static final long SEED = 20260201;
    private static final int MONTHS = 6;
    private static final int STORIES_A_MONTH = 26;
    private static final int CHORES_A_MONTH = 7;
    private static final String TEAM_GROUP = "product-security";

    private final Instant born;
    private final Dice dice = new Dice(SEED);
    private final List<Step> steps = new ArrayList<>();

    private History(Instant born) {
        this.born = born;
    }

    /** Whether a world was made with a history. */
    public static boolean in(World world) {
        return world.groups.first(group -> group.path().equals(TEAM_GROUP)).isPresent();
    }

    /**
     * A new world as it is at the end of its history; whoever listens hears all of it, in order.
     */
    public static World played(Instant born, Consumer<Happening> listener) {
        var world = new World(Ledger.NONE);
        play(born, world, Office.of(world, listener));
        return world;
    }

    /** Plays the history in an empty world of the caller's. */
    public static void play(Instant born, World world, Office office) {
        Seed.plant(world, born);
        plantTeam(world, born);
        var stage = new Stage(office);
        new History(born).steps().forEach(stage::play);
    }

    List<Step> steps() {
        var current = YearMonth.from(born.atOffset(ZoneOffset.UTC));
        for (int back = MONTHS - 1; back >= 0; back--) {
            addMonth(current.minusMonths(back), MONTHS - back);
        }
        return steps.stream()
                .filter(step -> step.at().isBefore(born))
                .sorted(Comparator.comparing(Step::at))
                .toList();
    }

    private void addMonth(YearMonth month, int number) {
        var begin = at(month.atDay(1), 9);
        steps.addAll(
                new Story("plan-" + month, TEAM_PROJECT, number, begin, dice)
                        .planning(month.toString()));
        for (int i = 0; i < STORIES_A_MONTH; i++) {
            addStory("s" + month + "-" + i, month, number);
        }
        for (int i = 0; i < CHORES_A_MONTH; i++) {
            long project = project();
            var day = at(month.atDay(dice.between(1, month.lengthOfMonth())), dice.between(8, 17));
            var chore =
                    new Story(
                            "c" + month + "-" + i, project, milestone(project, number), day, dice);
            steps.addAll(chore.chore());
        }
    }

    /** Ideas come up to three weeks before the month in which they are planned. */
    private void addStory(String key, YearMonth month, int number) {
        long project = project();
        var day = month.atDay(1).plusDays(dice.between(-20, 14));
        var story =
                new Story(
                        key,
                        project,
                        milestone(project, number),
                        at(day, dice.between(7, 18)).plusSeconds(dice.between(0, 3599)),
                        dice);
        int lot = dice.between(1, 100);
        steps.addAll(
                lot <= 68 ? story.delivered() : lot <= 92 ? story.waiting() : story.declined());
    }

    private long project() {
        return dice.one(List.of(1L, 1L, 2L, 2L, TEAM_PROJECT));
    }

    /** Milestones have equal titles in both groups: the product's first, then the team's. */
    private static long milestone(long project, int number) {
        return project == TEAM_PROJECT ? MONTHS + number : number;
    }

    private static void plantTeam(World world, Instant born) {
        var team =
                world.groups.put(
                        new Group(2, TEAM_GROUP, "Product Security", "The team.", born, null));
        world.projects.put(
                new Project(
                        TEAM_PROJECT,
                        team.id(),
                        "product-security-engineering-team",
                        "Product Security Engineering Team",
                        "Planning and tools of the team.",
                        born,
                        false));
        Seed.plantLabels(world, team, born);
        plantMilestones(world, Home.group(1), born);
        plantMilestones(world, Home.group(team.id()), born);
    }

    private static void plantMilestones(World world, Home home, Instant born) {
        var current = YearMonth.from(born.atOffset(ZoneOffset.UTC));
        for (int number = 1; number <= MONTHS; number++) {
            var month = current.minusMonths(MONTHS - number);
            boolean active = number > MONTHS - 3;
            world.milestones.put(milestone(world.milestones.nextId(), number, home, month, active));
        }
    }

    private static Milestone milestone(
            long id, int iid, Home home, YearMonth month, boolean active) {
        var made = at(month.atDay(1).minusDays(20), 9);
        return new Milestone(
                id,
                iid,
                home,
                month.toString(),
                "",
                active,
                month.atDay(1),
                month.atEndOfMonth(),
                made,
                made);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
    }
}
