package se.varjedag.pathway.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A definition file's text as a tree that still knows its lines.
final class YamlText {
    /// Longer than any definition, in characters; the parser may take minutes over a text that is none.
    private static final int LONGEST = 200_000;

    private static final Words TOO_MUCH = new Words(
            "Det här är för långt eller för djupt för en definition. Skriv en definition i varje fil",
            "This is too long or too deep for a definition. Write one definition in each file");

    /// Deeper than any definition; a text that goes on opening brackets is no definition.
    private static final int DEEPEST = 12;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowNonScalarKeys(true).build();

    private YamlText() {}

    /// The keys and values of a file, or null when it holds none; then why was said.
    static @Nullable MappingNode compose(String file, String text, Mistakes mistakes) {
        if (text.length() > LONGEST) {
            mistakes.add(file, 1, 1, TOO_MUCH);
            return null;
        }
        Optional<Node> root;
        try {
            root = new Compose(SETTINGS).composeString(text);
        } catch (MarkedYamlEngineException e) {
            mistakes.add(
                    file,
                    e.getProblemMark().or(e::getContextMark),
                    new Words(
                            "Det här är inte YAML (" + e.getProblem()
                                    + "). Leta efter en text med ': ' som behöver citattecken, ett citattecken eller "
                                    + "en klammer som inte stängs, en tabb, eller rader med olika indrag",
                            "This is not YAML: " + e.getProblem()
                                    + ". Look for a text with ': ' that needs quotes, a quote or bracket "
                                    + "left open, a tab, or lines that are not indented alike"));
            return null;
        } catch (ReaderException e) {
            mistakes.add(
                    file,
                    1,
                    1,
                    new Words(
                            "Det här är inte YAML utan något annat. Skriv en textfil i UTF-8",
                            "This is not YAML but something else. Write a text file in UTF-8"));
            return null;
        } catch (YamlEngineException | StackOverflowError e) {
            mistakes.add(file, 1, 1, TOO_MUCH);
            return null;
        }
        if (root.isEmpty()) {
            mistakes.add(
                    file,
                    1,
                    1,
                    new Words(
                            "Filen är tom. Skriv en definition, eller ta bort filen",
                            "The file is empty. Write a definition, or take the file away"));
            return null;
        }
        if (!(root.get() instanceof MappingNode mapping)) {
            mistakes.add(
                    file,
                    root.get(),
                    new Words(
                            "En definition är rader av 'nyckel: värde' och börjar med 'id: …'",
                            "A definition is lines of 'key: value', beginning with 'id: …'"));
            return null;
        }
        return plain(file, mapping, 0, mistakes) ? mapping : null;
    }

    /// References (`&name`, `*name`) and deep nesting would let a small file stand for an endless one.
    private static boolean plain(String file, Node node, int depth, Mistakes mistakes) {
        if (node.getAnchor().isPresent()) {
            mistakes.add(
                    file,
                    node,
                    new Words(
                            "Hänvisningar (&" + node.getAnchor().get() + ") används inte här. Skriv ut värdet",
                            "References (&" + node.getAnchor().get() + ") are not used here. Write the value out"));
            return false;
        }
        if (depth > DEEPEST) {
            mistakes.add(
                    file,
                    node,
                    new Words(
                            "Inget värde ligger så här djupt. Leta efter klamrar som aldrig stängs",
                            "No value lies this deep. Look for brackets that were never closed"));
            return false;
        }
        return switch (node) {
            case SequenceNode sequence ->
                sequence.getValue().stream().allMatch(element -> plain(file, element, depth + 1, mistakes));
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .allMatch(pair -> plain(file, pair.getKeyNode(), depth + 1, mistakes)
                                && plain(file, pair.getValueNode(), depth + 1, mistakes));
            default -> true;
        };
    }
}
