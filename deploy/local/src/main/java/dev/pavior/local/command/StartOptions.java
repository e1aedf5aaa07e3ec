package dev.pavior.local.command;

import picocli.CommandLine.Option;

/** The options of the commands that start parts. */
final class StartOptions {

    @Option(
            names = "--detach",
            description = "Return once all is healthy and leave it running; stop it with down.")
    private boolean detach;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "${env:PAVIOR_PORT_OFFSET:-0}",
            description = {
                "Add N to each port, so that two stacks can run side by side (default: 0).",
                "PAVIOR_KAFKA_PORT, PAVIOR_INTAKE_PORT and so on set a single one."
            })
    private int portOffset;

    boolean detach() {
        return detach;
    }

    int portOffset() {
        return portOffset;
    }
}
