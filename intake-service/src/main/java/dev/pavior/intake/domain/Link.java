package dev.pavior.intake.domain;

/**
 * That an item is linked to another.
 *
 * @param item key of the other
 * @param type GitLab's word for the link
 */
public record Link(String item, String type) {

    /** A key holds no space. */
    static Link parse(String words) {
        int space = words.indexOf(' ');
        return new Link(words.substring(0, space), words.substring(space + 1));
    }

    @Override
    public String toString() {
        return item + " " + type;
    }
}
