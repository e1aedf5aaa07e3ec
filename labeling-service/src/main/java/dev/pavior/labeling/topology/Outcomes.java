package dev.pavior.labeling.topology;

import dev.pavior.contract.v1.ConditionSeen;
import dev.pavior.contract.v1.Decision;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Move;
import dev.pavior.contract.v1.PolicyMatch;
import dev.pavior.contract.v1.Workflow;
import dev.pavior.labeling.domain.Decision.Match;
import dev.pavior.labeling.domain.Decision.Seen;
import dev.pavior.labeling.domain.Item;
import dev.pavior.labeling.domain.Judgement.Judged;
import dev.pavior.labeling.domain.WorkflowTrack;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Translates a judgement onto the wire. */
record Outcomes(String policySet) {

    Outcome of(Item item, Judged judged) {
        return new Outcome(
                judged.decisionChanged() ? List.of(decision(item, judged)) : List.of(),
                judged.owed().stream().map(match -> edit(item, match)).toList(),
                judged.moved() ? List.of(workflow(item, judged.after().workflow())) : List.of());
    }

    private Decision decision(Item item, Judged judged) {
        var owed = judged.owed().stream().map(Match::editId).collect(Collectors.toSet());
        return Decision.newBuilder()
                .setItem(item.key())
                .setRevision(item.revision())
                .setDecidedOn(item.validFrom())
                .setPolicySet(policySet)
                .setMatches(judged.decision().matches().stream().map(m -> match(m, owed)).toList())
                .build();
    }

    private static PolicyMatch match(Match match, Set<String> owed) {
        return PolicyMatch.newBuilder()
                .setPolicy(match.policy())
                .setPlace(match.place())
                .setSince(match.since())
                .setConditions(match.seen().stream().map(Outcomes::seen).toList())
                .setAddLabels(match.wants().add())
                .setRemoveLabels(match.wants().remove())
                .setEditId(owed.contains(match.editId()) ? match.editId() : null)
                .build();
    }

    private static ConditionSeen seen(Seen seen) {
        return new ConditionSeen(seen.condition(), seen.saw(), seen.met());
    }

    private Edit edit(Item item, Match match) {
        return Edit.newBuilder()
                .setId(match.editId())
                .setItem(item.key())
                .setPolicy(match.policy())
                .setPolicySet(policySet)
                .setSince(match.since())
                .setBasisRevision(item.revision())
                .setBasisState(ItemState.valueOf(item.state().toUpperCase(Locale.ROOT)))
                .setBasisLabels(item.labels())
                .setAddLabels(match.missing().add())
                .setRemoveLabels(match.missing().remove())
                .build();
    }

    private static Workflow workflow(Item item, WorkflowTrack track) {
        return Workflow.newBuilder()
                .setItem(item.key())
                .setState(track.state())
                .setSince(track.since())
                .setRevision(item.revision())
                .setMoves(track.moves().stream().map(Outcomes::move).toList())
                .build();
    }

    private static Move move(WorkflowTrack.Move move) {
        return Move.newBuilder()
                .setFrom(move.from())
                .setTo(move.to())
                .setAt(move.at())
                .setActorId(move.actorId())
                .setLegal(move.legal())
                .setSource(move.source())
                .setRevision(move.revision())
                .build();
    }
}
