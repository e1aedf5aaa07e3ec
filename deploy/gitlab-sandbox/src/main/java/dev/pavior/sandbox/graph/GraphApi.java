package dev.pavior.sandbox.graph;

import dev.pavior.sandbox.domain.Deed;
import dev.pavior.sandbox.domain.Office;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers GraphQL. */
public final class GraphApi {

    private static final String SCHEMA = "/gitlab.graphqls";

    private final Office office;
    private @Nullable GraphQL engine;

    public GraphApi(Office office) {
        this.office = office;
    }

    /** Made when first needed: most sandboxes are never asked. */
    private GraphQL engine() {
        var made = engine;
        if (made == null) {
            var types = new SchemaParser().parse(schema());
            var wiring = new GraphWiring(office).wiring();
            var schema = new SchemaGenerator().makeExecutableSchema(types, wiring);
            made = GraphQL.newGraphQL(schema).build();
            engine = made;
        }
        return made;
    }

    /** What somebody asks, and of which of the operations in it the answer is wanted. */
    public record Question(String query, String operation, Map<String, Object> variables) {

        /** Whether it changes anything; what nobody can read does not. */
        public boolean changes() {
            try {
                return new Parser()
                                .parseDocument(query)
                                .getDefinitionsOfType(OperationDefinition.class)
                                .stream()
                                .filter(o -> operation.isEmpty() || operation.equals(o.getName()))
                                .map(OperationDefinition::getOperation)
                                .anyMatch(OperationDefinition.Operation.MUTATION::equals);
            } catch (InvalidSyntaxException e) {
                return false;
            }
        }
    }

    public Map<String, Object> answer(Question question, Deed deed) {
        var input =
                ExecutionInput.newExecutionInput(question.query())
                        .variables(question.variables())
                        .graphQLContext(Map.of(Deed.class, deed));
        if (!question.operation().isEmpty()) {
            input.operationName(question.operation());
        }
        return engine().execute(input.build()).toSpecification();
    }

    private static InputStreamReader schema() {
        try {
            var stream = Objects.requireNonNull(GraphApi.class.getResource(SCHEMA)).openStream();
            return new InputStreamReader(stream, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
