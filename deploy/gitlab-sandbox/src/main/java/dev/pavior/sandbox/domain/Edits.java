package dev.pavior.sandbox.domain;

/** Tells edits that change something from those that do not. */
final class Edits {

    private Edits() {}

    static boolean nothingButTouched(Item before, Item after) {
        var then = before.core();
        var now = after.core();
        var untouched =
                new Core(
                        now.id(),
                        now.iid(),
                        now.projectId(),
                        now.authorId(),
                        now.createdAt(),
                        now.text(),
                        now.standing(),
                        now.plan(),
                        then.updatedAt(),
                        then.updatedBy());
        return after.with(untouched).equals(before);
    }
}
