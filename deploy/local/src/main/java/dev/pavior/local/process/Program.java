package dev.pavior.local.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java program to run as a process of its own.
 *
 * @param name the short name people know it by
 * @param jvmOptions options of its virtual machine
 * @param entry what to run: {@code -jar file}, or {@code -cp path MainClass}
 * @param arguments arguments of the program itself
 * @param environment variables it gets; beside them those of this process that are not Pavior's
 */
public record Program(
        String name,
        List<String> jvmOptions,
        List<String> entry,
        List<String> arguments,
        Map<String, String> environment) {

    public Program {
        jvmOptions = List.copyOf(jvmOptions);
        entry = List.copyOf(entry);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Values of variables may be secrets, so they stay out of logs and messages. */
    @Override
    public String toString() {
        return "Program[" + name + " " + entry + " with " + environment.keySet() + "]";
    }

    List<String> command(String java, List<String> watching) {
        var command = new ArrayList<>(List.of(java));
        command.addAll(watching);
        command.addAll(jvmOptions);
        command.addAll(entry);
        command.addAll(arguments);
        return command;
    }
}
