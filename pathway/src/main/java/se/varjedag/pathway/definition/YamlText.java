package se.varjedag.pathway.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A definition file's text as a tree that still knows its lines.
final class YamlText {
    private YamlText() {}

    /// The keys and values of a file, or null when it holds none; then why was said.
    static @Nullable MappingNode compose(String file, String text, Mistakes mistakes) {
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
        } catch (MarkedYamlEngineException e) {
            var at = e.getProblemMark().or(e::getContextMark);
            mistakes.add(
                    file,
                    at,
                    "This is not YAML: " + e.getProblem()
                            + ". Look for a text with ': ' that needs quotes, a quote or bracket left open, "
                            + "a tab, or lines that are not indented alike");
            return null;
        } catch (YamlEngineException e) {
            mistakes.add(file, 1, 1, "This is not YAML but something else. Write a text file in UTF-8");
            return null;
        }
        if (root.isEmpty()) {
            mistakes.add(file, 1, 1, "The file is empty. Write a definition, or take the file away");
            return null;
        }
        if (!(root.get() instanceof MappingNode mapping)) {
            mistakes.add(file, root.get(), "A definition is lines of 'key: value', beginning with 'id: …'");
            return null;
        }
        return withoutReferences(file, mapping, mistakes) ? mapping : null;
    }

    /// References (`&name`, `*name`) would let a small file stand for an endless one.
    private static boolean withoutReferences(String file, Node node, Mistakes mistakes) {
        if (node.getAnchor().isPresent()) {
            mistakes.add(
                    file, node, "References (&" + node.getAnchor().get() + ") are not used here. Write the value out");
            return false;
        }
        return switch (node) {
            case SequenceNode sequence ->
                sequence.getValue().stream().allMatch(element -> withoutReferences(file, element, mistakes));
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .allMatch(pair -> withoutReferences(file, pair.getKeyNode(), mistakes)
                                && withoutReferences(file, pair.getValueNode(), mistakes));
            default -> true;
        };
    }
}
