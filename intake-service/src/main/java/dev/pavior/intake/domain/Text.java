package dev.pavior.intake.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is kept of title and description: facts, never the words.
 *
 * @param digest SHA-256 (hex) of title, newline, description
 * @param criteriaDone ticked checkboxes
 * @param criteriaTotal all checkboxes
 * @param mentions handles of the team that it mentions, sorted
 */
public record Text(String digest, int criteriaDone, int criteriaTotal, List<String> mentions) {

    public Text {
        mentions = List.copyOf(mentions);
    }

    /** Reads the facts from the words. */
    public static Text of(String title, String description, Collection<String> handles) {
        var words = title + "\n" + description;
        var boxes = Checkboxes.in(description);
        return new Text(Digest.of(words), boxes.done(), boxes.total(), Mentions.in(words, handles));
    }

    /** What is kept of a title. */
    public static String titleDigest(String title) {
        return Digest.of(title);
    }

    List<String> words() {
        var words = new ArrayList<>(List.of(digest, "" + criteriaDone, "" + criteriaTotal));
        words.addAll(mentions);
        return words;
    }

    static Text ofWords(List<String> words) {
        return new Text(
                words.get(0),
                Integer.parseInt(words.get(1)),
                Integer.parseInt(words.get(2)),
                words.subList(3, words.size()));
    }
}
