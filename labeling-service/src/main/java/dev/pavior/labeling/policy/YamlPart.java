package dev.pavior.labeling.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A part of a YAML file that knows its line and says what is wrong with it. */
record YamlPart(String file, Node node) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String MERGE = "<<";

    /** Reads a document. */
    static YamlPart read(String file, String text) {
        var settings =
                LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(100).build();
        var content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try {
            return new Compose(settings)
                    .composeString(content)
                    .map(node -> new YamlPart(file, node))
                    .orElseThrow(() -> new PolicyRefused(file, 1, "the file is empty"));
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new PolicyRefused(file, line, "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new PolicyRefused(file, 1, "not YAML: " + e.getMessage());
        }
    }

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** The line on which the content of a text begins: below the mark of a block. */
    int contentLine() {
        return node instanceof ScalarNode scalar && isBlock(scalar.getScalarStyle())
                ? line() + 1
                : line();
    }

    private static boolean isBlock(ScalarStyle style) {
        return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    }

    PolicyRefused refused(String reason) {
        return new PolicyRefused(file, line(), reason);
    }

    /** Its entries; a doubled key is an error, {@code <<} takes over what is not there. */
    Map<String, Entry> entries(String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw refused(what + " must be a map");
        }
        var entries = new LinkedHashMap<String, Entry>();
        for (var tuple : mapping.getValue()) {
            var entry = entry(tuple);
            if (!entry.name().equals(MERGE) && entries.put(entry.name(), entry) != null) {
                throw entry.key().refused("\"" + entry.name() + "\" is given twice");
            }
        }
        for (var tuple : mapping.getValue()) {
            var entry = entry(tuple);
            if (entry.name().equals(MERGE)) {
                entry.value().merged().forEach(entries::putIfAbsent);
            }
        }
        return entries;
    }

    private Map<String, Entry> merged() {
        if (!(node instanceof SequenceNode sequence)) {
            return entries("what << names");
        }
        var all = new LinkedHashMap<String, Entry>();
        sequence.getValue()
                .forEach(
                        one ->
                                new YamlPart(file, one)
                                        .entries("what << names")
                                        .forEach(all::putIfAbsent));
        return all;
    }

    private Entry entry(NodeTuple tuple) {
        var key = new YamlPart(file, tuple.getKeyNode());
        return new Entry(key.scalar("a key"), key, new YamlPart(file, tuple.getValueNode()));
    }

    /** Its entries, none of which may have another name than these. */
    Map<String, Entry> entries(String what, Set<String> known) {
        var entries = entries(what);
        for (var entry : entries.values()) {
            if (!known.contains(entry.name())) {
                throw entry.key()
                        .refused(
                                "unknown key \"%s\" in %s; known are %s"
                                        .formatted(entry.name(), what, new TreeSet<>(known)));
            }
        }
        return entries;
    }

    List<YamlPart> list(String what) {
        if (!(node instanceof SequenceNode sequence)) {
            throw refused(what + " must be a list");
        }
        return sequence.getValue().stream().map(one -> new YamlPart(file, one)).toList();
    }

    String text(String what) {
        if (!node.getTag().equals(Tag.STR)) {
            throw refused(what + " must be text; quote it where it looks like something else");
        }
        return scalar(what);
    }

    private String scalar(String what) {
        if (!(node instanceof ScalarNode scalar)) {
            throw refused(what + " must be text");
        }
        return scalar.getValue();
    }

    /** One key with its value. */
    record Entry(String name, YamlPart key, YamlPart value) {}
}
