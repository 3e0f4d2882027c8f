package se.varjedag.pathway.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// The shipped definitions packed into one resource, a line for each file in `svf`: every start of the command line
/// reads them, and YAML would cost it a fifth of a second. A test tells when the packed form is older than the
/// files.
final class PackedDefinitions {
    private static final String FOLDER = "svf";
    private static final String PACKED = "svf.packed";

    private PackedDefinitions() {}

    /// The shipped definitions as trees, by file name: the packed ones, or the files themselves where nothing was
    /// packed.
    static Map<String, MappingNode> shipped() {
        try (var stream = PackedDefinitions.class.getResourceAsStream(PACKED)) {
            return stream == null ? trees() : unpack(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + PACKED, e);
        }
    }

    /// The files themselves as trees.
    static Map<String, MappingNode> trees() {
        var mistakes = new Mistakes();
        var trees = new LinkedHashMap<String, MappingNode>();
        DefinitionFiles.amongResources(PackedDefinitions.class, FOLDER).forEach((file, text) -> {
            var tree = YamlText.compose(FOLDER + "/" + file, text, mistakes);
            if (tree != null) {
                trees.put(FOLDER + "/" + file, tree);
            }
        });
        mistakes.throwIfAny();
        return trees;
    }

    static String pack(Map<String, MappingNode> trees) {
        var packed = new StringBuilder();
        for (var tree : trees.entrySet()) {
            packed.append(Content.write(Content.text(tree.getKey())))
                    .append(Content.write(tree.getValue()))
                    .append('\n');
        }
        return packed.toString();
    }

    static Map<String, MappingNode> unpack(String packed) {
        var trees = new LinkedHashMap<String, MappingNode>();
        for (var content = new Content(packed); !content.atEnd(); content.skipLineEnd()) {
            trees.put(((ScalarNode) content.node()).getValue(), (MappingNode) content.node());
        }
        return trees;
    }
}
