package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.graph.GraphApi;

/** The one call of GraphQL; only a mutation counts as a write. */
final class GraphCalls {

    private final GraphApi graph;
    private final Writes writes;

    GraphCalls(GraphApi graph, Writes writes) {
        this.graph = graph;
        this.writes = writes;
    }

    Answer ask(Call call) {
        var fields = call.fields();
        var question =
                new GraphApi.Question(
                        fields.text("query", ""),
                        fields.text("operationName", ""),
                        fields.object("variables"));
        if (question.changes()) {
            return change(question, call);
        }
        return Answer.ok(graph.answer(question, call.deed()));
    }

    private Answer change(GraphApi.Question question, Call call) {
        if (!call.token().mayWrite()) {
            throw Refusal.insufficientScope(Token.WRITE);
        }
        var answer = Answer.ok(graph.answer(question, call.deed()));
        writes.count(call, answer.status());
        return answer;
    }
}
