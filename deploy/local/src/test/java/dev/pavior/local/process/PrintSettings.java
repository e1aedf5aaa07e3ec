package dev.pavior.local.process;

import java.util.TreeMap;

/** A program that prints what it was told of Pavior's settings. */
final class PrintSettings {

    private PrintSettings() {}

    public static void main(String[] arguments) {
        var settings = new TreeMap<>(System.getenv());
        settings.keySet().removeIf(name -> !name.startsWith("PAVIOR_"));
        System.out.println(settings);
    }
}
