package dev.pavior.contract;

import static dev.pavior.contract.Service.HANDOFF;
import static dev.pavior.contract.Service.INTAKE;
import static dev.pavior.contract.Service.LABELING;
import static dev.pavior.contract.Service.METRICS;

import dev.pavior.contract.Topic.Cleanup;
import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.Decision;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.Handoff;
import dev.pavior.contract.v1.IntakeHealth;
import dev.pavior.contract.v1.ItemHistory;
import dev.pavior.contract.v1.ItemText;
import dev.pavior.contract.v1.ItemTitle;
import dev.pavior.contract.v1.Note;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.Scorecard;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.contract.v1.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** The one list of topics; provisioning, services, documentation and tests all read it. */
public final class Topics {

    /** Partition count of every topic keyed by item, so that their streams can be joined. */
    public static final int ITEM_PARTITIONS = 6;

    private static final Cleanup FOR_EVER = new Cleanup.KeptForEver();
    private static final Cleanup COMPACT = new Cleanup.Compacted();

    public static final Topic OBSERVATIONS =
            byItem("intake.observations.v1", days(30), INTAKE, true, Observation.SCHEMA$, INTAKE);
    public static final Topic WORK_ITEMS =
            byItem(
                    "intake.work-items.v1",
                    FOR_EVER,
                    INTAKE,
                    false,
                    WorkItem.SCHEMA$,
                    INTAKE,
                    LABELING,
                    METRICS,
                    HANDOFF);
    public static final Topic TEXTS =
            byItem("intake.texts.v1", COMPACT, INTAKE, true, ItemText.SCHEMA$, LABELING, HANDOFF);
    public static final Topic TITLES =
            byItem("intake.titles.v1", COMPACT, INTAKE, false, ItemTitle.SCHEMA$, METRICS, HANDOFF);
    public static final Topic HISTORIES =
            byItem(
                    "intake.histories.v1",
                    COMPACT,
                    INTAKE,
                    false,
                    ItemHistory.SCHEMA$,
                    LABELING,
                    METRICS);
    public static final Topic NOTES =
            byItem(
                    "intake.notes.v1",
                    days(90),
                    INTAKE,
                    true,
                    Note.SCHEMA$,
                    LABELING,
                    METRICS,
                    HANDOFF);
    public static final Topic REQUESTS =
            new Topic(
                    "intake.requests.v1",
                    "request id",
                    ITEM_PARTITIONS,
                    days(90),
                    INTAKE,
                    List.of(INTAKE, LABELING),
                    true,
                    Optional.of(WorkRequest.SCHEMA$));
    public static final Topic CATALOG =
            intakeTable(
                    "intake.catalog.v1",
                    "host + kind + id",
                    true,
                    CatalogEntry.SCHEMA$,
                    INTAKE,
                    LABELING,
                    METRICS,
                    HANDOFF);
    public static final Topic CURSORS =
            intakeTable(
                    "intake.cursors.v1", "source + job + scope", false, ReadCursor.SCHEMA$, INTAKE);
    public static final Topic HEALTH =
            intakeTable("intake.health.v1", "part", false, IntakeHealth.SCHEMA$, INTAKE, METRICS);
    public static final Topic DECISIONS =
            byItem("labeling.decisions.v1", FOR_EVER, LABELING, false, Decision.SCHEMA$, METRICS);
    public static final Topic WORKFLOWS =
            byItem(
                    "labeling.workflows.v1",
                    COMPACT,
                    LABELING,
                    false,
                    Workflow.SCHEMA$,
                    METRICS,
                    HANDOFF);
    public static final Topic EDITS =
            byItem("labeling.edits.v1", days(7), LABELING, true, Edit.SCHEMA$, LABELING);
    public static final Topic EDIT_RESULTS =
            byItem(
                    "labeling.edit-results.v1",
                    FOR_EVER,
                    LABELING,
                    false,
                    EditResult.SCHEMA$,
                    INTAKE,
                    LABELING,
                    METRICS,
                    HANDOFF);
    public static final Topic SCORECARDS =
            new Topic(
                    "metrics.scorecards.v1",
                    "KPI + period + slice",
                    1,
                    COMPACT,
                    METRICS,
                    List.of(METRICS),
                    false,
                    Optional.of(Scorecard.SCHEMA$));
    public static final Topic HANDOFFS =
            new Topic(
                    "handoff.handoffs.v1",
                    "handoff",
                    ITEM_PARTITIONS,
                    COMPACT,
                    HANDOFF,
                    List.of(HANDOFF, METRICS),
                    false,
                    Optional.of(Handoff.SCHEMA$));

    private static final List<Topic> ALL =
            List.of(
                    OBSERVATIONS,
                    WORK_ITEMS,
                    TEXTS,
                    TITLES,
                    HISTORIES,
                    NOTES,
                    REQUESTS,
                    CATALOG,
                    CURSORS,
                    HEALTH,
                    DECISIONS,
                    WORKFLOWS,
                    EDITS,
                    EDIT_RESULTS,
                    SCORECARDS,
                    HANDOFFS,
                    deadLetters(INTAKE),
                    deadLetters(LABELING),
                    deadLetters(METRICS),
                    deadLetters(HANDOFF));

    private Topics() {}

    /** Every topic, in the order of the topic table. */
    public static List<Topic> all() {
        return ALL;
    }

    /** The topics a service reads or writes, which must exist as listed before it starts. */
    public static List<Topic> of(Service service) {
        return ALL.stream()
                .filter(topic -> topic.writer() == service || topic.readers().contains(service))
                .toList();
    }

    /** Where a service puts the raw bytes of records that it can never process. */
    public static Topic deadLetters(Service service) {
        return new Topic(
                service.word() + ".dlt",
                "as the record that failed",
                1,
                days(30),
                service,
                List.of(),
                true,
                Optional.empty());
    }

    private static Topic byItem(
            String name,
            Cleanup cleanup,
            Service writer,
            boolean restricted,
            Schema schema,
            Service... readers) {
        return new Topic(
                name,
                "item",
                ITEM_PARTITIONS,
                cleanup,
                writer,
                List.of(readers),
                restricted,
                Optional.of(schema));
    }

    /** A small table of the intake's that is read whole, in order: so it has one partition. */
    private static Topic intakeTable(
            String name, String key, boolean restricted, Schema schema, Service... readers) {
        return new Topic(
                name, key, 1, COMPACT, INTAKE, List.of(readers), restricted, Optional.of(schema));
    }

    private static Cleanup days(int days) {
        return new Cleanup.DeletedAfter(Duration.ofDays(days));
    }
}
