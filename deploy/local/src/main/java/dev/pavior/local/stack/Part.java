package dev.pavior.local.stack;

import dev.pavior.local.process.Child;
import dev.pavior.local.process.Health;
import java.util.function.Supplier;

/**
 * One part of the stack: a process with an address.
 *
 * @param name the short name people know it by
 * @param floor where it stands among the others
 * @param address where it listens
 * @param health whether it can do its work now
 * @param check throws what would make its start fail, before anything is started
 * @param starter starts its process
 */
public record Part(
        String name,
        Floor floor,
        String address,
        Health health,
        Runnable check,
        Supplier<Child> starter) {

    /** Where a part stands; what stands higher needs what stands lower. */
    public enum Floor {
        BROKER,
        REGISTRY,
        SERVICE,
        GITLAB
    }
}
