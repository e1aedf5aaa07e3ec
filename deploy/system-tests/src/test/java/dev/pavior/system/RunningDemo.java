package dev.pavior.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one demo of this test run, which ends with it. */
final class RunningDemo implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RunningDemo.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Demo.class;
    }

    @Override
    public Demo resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Demo.class, key -> start(), Demo.class);
    }

    private static Demo start() {
        try {
            return Demo.start(Files.createTempDirectory("pavior-demo"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
