package dev.pavior.sandbox.domain;

import java.util.function.Consumer;

/** Gives emojis to items, and takes them back. */
public final class Awards {

    private final World world;
    private final Consumer<Happening> listener;

    Awards(World world, Consumer<Happening> listener) {
        this.world = world;
        this.listener = listener;
    }

    public Award give(Item item, String name, Deed deed) {
        var key = ItemKey.of(item);
        boolean given =
                world.awardsByItem.of(key).values().stream()
                        .anyMatch(a -> a.userId() == deed.by().id() && a.name().equals(name));
        if (given) {
            throw Refusal.message(404, "404 Award Emoji Name has already been taken Not Found");
        }
        var award = new Award(world.awards.nextId(), key, deed.by().id(), name, deed.at());
        world.awards.put(award);
        listener.accept(new Happening.Awarded("award", award, item, deed));
        return award;
    }

    public void takeBack(Award award, Item item, Deed deed) {
        world.awards.remove(award);
        listener.accept(new Happening.Awarded("revoke", award, item, deed));
    }
}
