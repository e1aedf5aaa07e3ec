package dev.pavior.local.connect.findings;

import dev.pavior.local.connect.findings.LabelCensus.Count;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds unknown labels that look like one of the charter's. */
public final class AliasProposals {

    private final Vocabulary vocabulary;

    private record Likeness(String meant, int distance) {}

    public AliasProposals(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The proposals, in the order of the labels. */
    public List<AliasProposal> among(Collection<Count> unknown) {
        return unknown.stream().flatMap(count -> propose(count).stream()).toList();
    }

    private Optional<AliasProposal> propose(Count unknown) {
        var likenesses =
                Stream.concat(
                                vocabulary.known().stream().flatMap(k -> alike(unknown, k)),
                                owner(unknown.label()))
                        .sorted(Comparator.comparingInt(Likeness::distance))
                        .toList();
        // Where two are as near, nobody can tell which one is meant.
        var undecided =
                likenesses.size() > 1
                        && likenesses.get(0).distance() == likenesses.get(1).distance();
        return likenesses.stream()
                .limit(undecided ? 0 : 1)
                .map(like -> new AliasProposal(unknown.label(), unknown.items(), like.meant()))
                .findFirst();
    }

    private static Stream<Likeness> alike(Count unknown, String known) {
        var distance = distance(Spelling.of(unknown.label()), Spelling.of(known));
        return distance.isPresent()
                ? Stream.of(new Likeness(known, distance.getAsInt()))
                : Stream.empty();
    }

    private static OptionalInt distance(Spelling one, Spelling other) {
        if (one.isScoped() != other.isScoped() || !one.hasDigitsOf(other)) {
            return OptionalInt.empty();
        }
        var scope = edits(one.scope(), other.scope());
        var value = edits(one.value(), other.value());
        return scope < 0 || value < 0 || (scope > 0 && value > 0)
                ? OptionalInt.empty()
                : OptionalInt.of(scope + value);
    }

    /** How many letters differ; -1 where they are too many for words of this length. */
    private static int edits(String one, String other) {
        int bearable = Math.min(one.length(), other.length()) / 6;
        return new LevenshteinDistance(Math.min(bearable, 3)).apply(one, other);
    }

    /** Any value may stand in the scope of owners, so only the scope itself is looked at. */
    private Stream<Likeness> owner(String label) {
        var scope = vocabulary.labels().ownerScope();
        int at = label.lastIndexOf(':') + 1;
        return Spelling.of(label).scope().equals(Spelling.of(scope).value())
                ? Stream.of(
                        new Likeness(scope + Vocabulary.COLONS + label.substring(at).strip(), 0))
                : Stream.empty();
    }
}
