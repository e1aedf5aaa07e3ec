package dev.pavior.intake.health;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.BalanceLine;
import dev.pavior.contract.v1.BalanceSheet;
import dev.pavior.contract.v1.IntakeHealth;
import java.time.Clock;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Translates the sheets of one instance onto the wire and back. */
public final class SheetRecords {

    /** What the keys of all sheets begin with. */
    static final String PART = "balance/";

    private final String part;
    private final Serializer<IntakeHealth> serializer;
    private final Clock clock;

    public SheetRecords(String instance, Serializer<IntakeHealth> serializer, Clock clock) {
        this.part = PART + instance;
        this.serializer = serializer;
        this.clock = clock;
    }

    String part() {
        return part;
    }

    ProducerRecord<String, byte[]> record(Sheet sheet) {
        var now = clock.instant();
        var health =
                IntakeHealth.newBuilder()
                        .setPart(part)
                        .setAt(now)
                        .setBalance(balance(sheet))
                        .build();
        var topic = Topics.HEALTH.name();
        var record = new ProducerRecord<>(topic, part, serializer.serialize(topic, health));
        var id = part + "." + sheet.restarts() + "#" + sheet.received() + "-" + sheet.ended();
        EventHeaders.stamp(record.headers(), Topics.HEALTH, id, "/pavior/intake", now);
        return record;
    }

    static Sheet sheet(BalanceSheet balance) {
        var lines = new TreeMap<Line, Long>();
        balance.getLines()
                .forEach(
                        line ->
                                lines.put(
                                        new Line(
                                                line.getSource(),
                                                line.getOutcome(),
                                                line.getReason()),
                                        line.getDeliveryCount()));
        return new Sheet(balance.getReceivedCount(), lines, balance.getRestarts());
    }

    private static BalanceSheet balance(Sheet sheet) {
        return BalanceSheet.newBuilder()
                .setLines(
                        sheet.lines().entrySet().stream()
                                .map(entry -> line(entry.getKey(), entry.getValue()))
                                .toList())
                .setReceivedCount(sheet.received())
                .setRestarts(sheet.restarts())
                .build();
    }

    private static BalanceLine line(Line line, long count) {
        return new BalanceLine(line.source(), line.outcome(), line.reason(), count);
    }
}
