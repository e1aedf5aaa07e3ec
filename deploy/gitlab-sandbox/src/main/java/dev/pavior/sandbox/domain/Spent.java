package dev.pavior.sandbox.domain;

/** The highest number that a removed item of one kind had in a project; it is not given again. */
public record Spent(long id, String kind, long projectId, long iid) implements Entity {

    boolean covers(Item item) {
        return isFor(item.noteableType(), item.home().id()) && iid >= item.iid();
    }

    boolean isFor(String kindOfItem, long project) {
        return kind.equals(kindOfItem) && projectId == project;
    }
}
