package dev.pavior.labeling.policy;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.pavior.labeling.domain.Condition;
import dev.pavior.labeling.domain.Condition.Answer;
import dev.pavior.labeling.domain.Facts;
import dev.pavior.labeling.domain.Field;
import dev.pavior.labeling.domain.Reads;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compiles CEL expressions over {@code item}: typed, without side effects, limited in cost. */
final class CelConditions {

    private static final String ITEM = "item";
    private static final Map<String, Field> FIELDS =
            Arrays.stream(Field.values())
                    .collect(Collectors.toUnmodifiableMap(Field::word, Function.identity()));
    private static final CelOptions LIMITS =
            CelOptions.current()
                    .maxExpressionCodePointSize(4_096)
                    .maxParseRecursionDepth(40)
                    .comprehensionMaxIterations(10_000)
                    .maxRegexProgramSize(500)
                    .enableHeterogeneousNumericComparisons(true) // the runtime asks for it
                    .build();

    private final CelCompiler compiler =
            CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(LIMITS)
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .setTypeProvider(new ItemType())
                    .addVar(ITEM, ItemType.ITEM_TYPE)
                    .setResultType(SimpleType.BOOL)
                    .build();
    private final CelRuntime runtime =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(LIMITS).build();

    /**
     * Makes a condition of an expression.
     *
     * @throws PolicyRefused where it is not a true-or-false expression over the item's fields
     */
    Condition compile(YamlPart part) {
        var text = part.text("cel");
        var tree = check(part, text);
        var reads = reads(part, tree);
        try {
            var program = runtime.createProgram(tree);
            var shown = "cel: " + text.strip().replaceAll("\\s+", " ");
            return new Condition(shown, Reads.fields(reads), facts -> ask(program, facts, reads));
        } catch (CelEvaluationException e) {
            throw part.refused("cel: " + e.getMessage());
        }
    }

    private CelAbstractSyntaxTree check(YamlPart part, String text) {
        var result = compiler.compile(text);
        if (result.hasError()) {
            throw refused(part, result.getErrors().get(0));
        }
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw part.refused("cel: " + e.getMessage());
        }
    }

    private static PolicyRefused refused(YamlPart part, CelIssue issue) {
        var at = issue.getSourceLocation();
        return new PolicyRefused(
                part.file(),
                part.contentLine() + Math.max(0, at.getLine() - 1),
                "cel, column %d: %s".formatted(at.getColumn() + 1, issue.getMessage()));
    }

    private static Set<Field> reads(YamlPart part, CelAbstractSyntaxTree tree) {
        var nodes = CelNavigableAst.fromAst(tree).getRoot().allNodes().toList();
        if (nodes.stream().anyMatch(CelConditions::isWholeItem)) {
            throw part.refused("cel: item stands alone; name the field that is meant");
        }
        var fields = EnumSet.noneOf(Field.class);
        nodes.stream().flatMap(node -> selected(node).stream()).forEach(fields::add);
        if (fields.isEmpty()) {
            throw part.refused("cel: the expression looks at no field of the item");
        }
        return fields;
    }

    private static boolean isWholeItem(CelNavigableExpr node) {
        return node.getKind() == ExprKind.Kind.IDENT
                && node.expr().ident().name().equals(ITEM)
                && node.parent().map(p -> p.getKind() != ExprKind.Kind.SELECT).orElse(true);
    }

    private static Optional<Field> selected(CelNavigableExpr node) {
        if (node.getKind() != ExprKind.Kind.SELECT) {
            return Optional.empty();
        }
        var select = node.expr().select();
        return select.operand().identOrDefault().name().equals(ITEM)
                ? Optional.ofNullable(FIELDS.get(select.field()))
                : Optional.empty();
    }

    private static Answer ask(CelRuntime.Program program, Facts facts, Set<Field> reads) {
        var saw =
                reads.stream()
                        .map(field -> field.word() + "=" + facts.show(field))
                        .collect(Collectors.joining(", "));
        try {
            var met = program.eval(Map.of(ITEM, facts.values()));
            return new Answer(saw, Boolean.TRUE.equals(met));
        } catch (CelEvaluationException e) {
            // A field without a value, or a limit that was passed: no answer is not a yes.
            return new Answer(saw + " (no answer: " + e.getErrorCode() + ")", false);
        }
    }

    /** The type of {@code item}: the fields that policies may read. */
    private static final class ItemType implements CelTypeProvider {

        static final StructType ITEM_TYPE =
                StructType.create(
                        "pavior.Item",
                        ImmutableSet.copyOf(FIELDS.keySet()),
                        name -> Optional.ofNullable(FIELDS.get(name)).map(ItemType::of));

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.of(ITEM_TYPE);
        }

        @Override
        public Optional<CelType> findType(String name) {
            return name.equals(ITEM_TYPE.name()) ? Optional.of(ITEM_TYPE) : Optional.empty();
        }

        private static CelType of(Field field) {
            return switch (field.shape()) {
                case TEXT -> SimpleType.STRING;
                case TEXTS -> ListType.create(SimpleType.STRING);
                case NUMBER -> SimpleType.INT;
                case NUMBERS -> ListType.create(SimpleType.INT);
                case TRUTH -> SimpleType.BOOL;
                case TIME -> SimpleType.TIMESTAMP;
            };
        }
    }
}
