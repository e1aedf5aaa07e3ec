package dev.pavior.sandbox.domain;

/** Names an item of any kind. */
public record ItemKey(String kind, long id) {

    public static ItemKey of(Item item) {
        return new ItemKey(item.noteableType(), item.id());
    }
}
