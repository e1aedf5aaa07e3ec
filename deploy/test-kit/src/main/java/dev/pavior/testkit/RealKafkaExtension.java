package dev.pavior.testkit;

import dev.pavior.contract.Topics;
import dev.pavior.local.provision.Provisioning;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one cluster for the test run and gives each test class fresh topics on it. */
final class RealKafkaExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RealKafkaExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        var cluster = cluster(context);
        CleanSlate.on(cluster);
        new Provisioning(cluster.bootstrap(), cluster.registryUrl(), line -> {}).run(Topics.all());
        System.setProperty("PAVIOR_KAFKA_BOOTSTRAP", cluster.bootstrap());
        System.setProperty("PAVIOR_REGISTRY_URL", cluster.registryUrl());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Cluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return cluster(context);
    }

    private static Cluster cluster(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Cluster.class, key -> Clusters.first(), Cluster.class);
    }
}
