package dev.pavior.intake.doctor;

import dev.pavior.contract.v1.IntakeHealth;
import dev.pavior.intake.gitlab.Container;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.publish.Receipt;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The charts of one source's hooks, kept on the topic so that another doctor can go on. */
final class Charts {

    private final String source;
    private final HookRecords records;
    private final Publisher publisher;
    private final Map<String, Chart> byContainer = new HashMap<>();
    private final Set<String> keys = new HashSet<>();

    Charts(String source, HookRecords records, Publisher publisher) {
        this.source = source;
        this.records = records;
        this.publisher = publisher;
    }

    /** Goes on from what the doctor before has written. */
    void resume(Collection<IntakeHealth> written) {
        byContainer.clear();
        keys.clear();
        written.stream()
                .filter(health -> health.getHook() != null)
                .filter(health -> health.getHook().getSource().equals(source))
                .sorted(Comparator.comparing(IntakeHealth::getAt))
                .forEach(
                        health -> {
                            keys.add(health.getPart());
                            byContainer.put(
                                    health.getHook().getContainer(), HookRecords.chart(health));
                        });
    }

    Chart of(Container container) {
        return byContainer.getOrDefault(container.toString(), Chart.BLANK);
    }

    /** Keeps a chart, also under the key of the hook that it is about now and no other. */
    void keep(Container container, Chart chart) {
        byContainer.put(container.toString(), chart);
        var seen = chart.seen();
        if (seen == null) {
            return;
        }
        var health = HookRecords.health(source, container.toString(), chart, seen);
        if (send(records.written(health))) {
            keys.add(health.getPart());
            clean(container, health.getPart(), seen.at());
        }
    }

    /** Forgets the hooks of all containers but these. */
    void keepOnly(Set<Container> containers, Instant now) {
        var names = new HashSet<String>();
        containers.forEach(container -> names.add(container.toString()));
        for (var name : Set.copyOf(byContainer.keySet())) {
            if (!names.contains(name)) {
                forget(prefix(name), "", now);
                byContainer.remove(name);
            }
        }
    }

    private void clean(Container container, String kept, Instant now) {
        forget(prefix(container.toString()), kept, now);
    }

    private void forget(String prefix, String kept, Instant now) {
        for (var key : Set.copyOf(keys)) {
            if (key.startsWith(prefix) && !key.equals(kept) && send(HookRecords.gone(key, now))) {
                keys.remove(key);
            }
        }
    }

    private String prefix(String container) {
        return HookRecords.PART + source + "/" + container + "/";
    }

    /** Whether the broker has it; what it has not is written at the next look. */
    private boolean send(ProducerRecord<String, byte[]> record) {
        var receipt = new CompletableFuture<Receipt>();
        publisher.publish(() -> record, receipt::complete);
        return receipt.join() == Receipt.ACKNOWLEDGED;
    }

    Map<String, Chart> all() {
        return Map.copyOf(byContainer);
    }
}
