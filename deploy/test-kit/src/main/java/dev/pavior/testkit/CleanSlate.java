package dev.pavior.testkit;

import dev.pavior.contract.Service;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaFuture;

/** Removes what earlier test classes left on a cluster: Pavior's topics and consumer groups. */
final class CleanSlate {

    private final Admin admin;

    private CleanSlate(Admin admin) {
        this.admin = admin;
    }

    static void on(Cluster cluster) {
        var settings =
                Map.<String, Object>of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrap());
        try (var admin = Admin.create(settings)) {
            var slate = new CleanSlate(admin);
            slate.removeGroups();
            slate.removeTopics();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot clean " + cluster, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while cleaning " + cluster, e);
        }
    }

    private void removeGroups() throws ExecutionException, InterruptedException {
        for (var group :
                admin.listGroups().all().get().stream().map(GroupListing::groupId).toList()) {
            if (ours(group)) {
                // A killed static member stays in its group for a while, and a group with members
                // cannot be removed.
                attempt(
                        admin.removeMembersFromConsumerGroup(
                                        group, new RemoveMembersFromConsumerGroupOptions())
                                .all());
                attempt(admin.deleteConsumerGroups(Set.of(group)).all());
            }
        }
    }

    private void removeTopics() throws ExecutionException, InterruptedException {
        var old = topics();
        admin.deleteTopics(old).all().get();
        while (topics().stream().anyMatch(old::contains)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private Collection<String> topics() throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().stream()
                .filter(CleanSlate::ours)
                .collect(Collectors.toSet());
    }

    private static boolean ours(String name) {
        return name.startsWith("pavior.")
                || Arrays.stream(Service.values())
                        .anyMatch(service -> name.startsWith(service.word() + "."));
    }

    /** A group that is gone, or in use by a test that still runs, is not ours to mend. */
    private static void attempt(KafkaFuture<Void> removal) throws InterruptedException {
        try {
            removal.get();
        } catch (ExecutionException e) {
            System.out.println("RealKafka leaves a consumer group: " + e.getMessage());
        }
    }
}
