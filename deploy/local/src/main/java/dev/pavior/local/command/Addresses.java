package dev.pavior.local.command;

import dev.pavior.local.stack.Secrets;
import dev.pavior.local.stack.Stack;

/** Tells which address of a running stack is what. */
final class Addresses {

    private final Stack stack;

    Addresses(Stack stack) {
        this.stack = stack;
    }

    void tell(Terminal terminal) {
        terminal.line("");
        tell(terminal, "Dashboard", stack.ports().url("metrics") + "/");
        tell(terminal, "  log in with", Secrets.of(stack.home()).api());
        tell(terminal, "Handoffs", stack.ports().url("handoff") + "/v1/handoffs");
        tell(terminal, "GitLab hooks go to", stack.ports().url("intake") + "/webhooks/gitlab");
        if (stack.demo()) {
            tell(terminal, "GitLab sandbox", stack.ports().url("sandbox") + "/api/v4");
        }
        tell(terminal, "Kafka", stack.bootstrap());
        tell(terminal, "Schema registry", stack.registryUrl() + "/apis/ccompat/v7");
        tell(terminal, "Logs", stack.home().folder().resolve("logs").toString());
        tell(terminal, "All tokens", "./pavior env");
        terminal.line("");
    }

    private static void tell(Terminal terminal, String what, String address) {
        terminal.line("  %-19s %s".formatted(what, address));
    }
}
