package se.varjedag.pathway.definition;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// What a definition file says, without comments, layout and quotes: the ground of the hash, and the form in which
/// the shipped definitions are packed, since it is read many times faster than YAML.
///
/// A text is its length, `:` and its characters; a list is `[…]`; a block is `{…}` of keys and values in turn.
final class Content {
    private final String text;
    private int at;

    Content(String text) {
        this.text = text;
    }

    static String write(Node node) {
        var text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    private static void write(Node node, StringBuilder text) {
        switch (node) {
            case ScalarNode scalar ->
                text.append(scalar.getValue().length()).append(':').append(scalar.getValue());
            case SequenceNode sequence -> {
                text.append('[');
                for (var element : sequence.getValue()) {
                    write(element, text);
                }
                text.append(']');
            }
            case MappingNode mapping -> {
                text.append('{');
                for (var pair : mapping.getValue()) {
                    write(pair.getKeyNode(), text);
                    write(pair.getValueNode(), text);
                }
                text.append('}');
            }
            default -> throw new IllegalArgumentException("A composed tree has no " + node.getNodeType());
        }
    }

    boolean atEnd() {
        return at == text.length();
    }

    void skipLineEnd() {
        at++;
    }

    /// The next tree of what [#write] wrote. It knows no lines.
    Node node() {
        return switch (text.charAt(at)) {
            case '[' -> list();
            case '{' -> block();
            default -> scalar();
        };
    }

    private Node list() {
        List<Node> elements = new ArrayList<>();
        for (at++; text.charAt(at) != ']'; ) {
            elements.add(node());
        }
        at++;
        return new SequenceNode(Tag.SEQ, elements, FlowStyle.BLOCK);
    }

    private Node block() {
        List<NodeTuple> pairs = new ArrayList<>();
        for (at++; text.charAt(at) != '}'; ) {
            pairs.add(new NodeTuple(node(), node()));
        }
        at++;
        return new MappingNode(Tag.MAP, pairs, FlowStyle.BLOCK);
    }

    private Node scalar() {
        int length = 0;
        for (; text.charAt(at) != ':'; at++) {
            length = length * 10 + text.charAt(at) - '0';
        }
        at += length + 1;
        return text(text.substring(at - length, at));
    }

    static Node text(String text) {
        return new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN);
    }
}
