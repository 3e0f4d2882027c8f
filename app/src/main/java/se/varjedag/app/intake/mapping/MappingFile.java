package se.varjedag.app.intake.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The text of one mapping file as a tree that still knows its lines.
final class MappingFile {
    /// Longer than any mapping, in characters.
    private static final int LONGEST = 2_000_000;

    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private final String name;
    private final Map<String, Node> keys;
    private final Consumer<String> mistakes;

    private MappingFile(String name, Map<String, Node> keys, Consumer<String> mistakes) {
        this.name = name;
        this.keys = keys;
        this.mistakes = mistakes;
    }

    /// The keys of a file; empty when the text is none, and then why has been said.
    static Optional<MappingFile> of(String name, String text, Consumer<String> mistakes) {
        if (text.length() > LONGEST) {
            mistakes.accept(name + ": this is longer than a mapping can be.");
            return Optional.empty();
        }
        try {
            var root = new Compose(SETTINGS).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return Optional.of(new MappingFile(name, keys(name, mapping, mistakes), mistakes));
            }
            mistakes.accept(name + ": a mapping is lines of 'key: value', beginning with 'mapping: NAME'.");
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            mistakes.accept("%s:%d: this is not YAML (%s).".formatted(name, line, e.getProblem()));
        } catch (YamlEngineException | StackOverflowError _) {
            mistakes.accept(name + ": this is not YAML, or lies too deep.");
        }
        return Optional.empty();
    }

    private static Map<String, Node> keys(String name, MappingNode mapping, Consumer<String> mistakes) {
        var keys = new LinkedHashMap<String, Node>();
        for (NodeTuple pair : mapping.getValue()) {
            if (pair.getKeyNode() instanceof ScalarNode key) {
                if (keys.put(key.getValue(), pair.getValueNode()) != null) {
                    mistakes.accept(at(name, key) + ": '" + key.getValue() + "' stands here twice.");
                }
            } else {
                mistakes.accept(at(name, pair.getKeyNode()) + ": a key is a word.");
            }
        }
        return keys;
    }

    private static String at(String file, @Nullable Node node) {
        return file + ":"
                + (node == null
                        ? 1
                        : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }

    /// Where the value of a key stands.
    String at(String key) {
        return at(name, keys.get(key));
    }

    /// Where the first of the keys stands.
    String at() {
        return at(name, keys.values().stream().findFirst().orElse(null));
    }

    void mistake(String key, String what) {
        mistakes.accept(at(key) + ": " + what);
    }

    void only(Set<String> known) {
        for (var key : keys.keySet()) {
            if (!known.contains(key)) {
                mistake(key, "'%s' is not understood here. Write one of %s.".formatted(key, new TreeSet<>(known)));
            }
        }
    }

    boolean has(String key) {
        return keys.containsKey(key);
    }

    Set<String> names() {
        return keys.keySet();
    }

    /// The text of a key, empty where it is not there.
    String text(String key) {
        var node = keys.get(key);
        if (node == null) {
            return "";
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        mistake(key, "'%s' is one text.".formatted(key));
        return "";
    }

    /// The texts of a key: one, or a list of them.
    List<String> texts(String key) {
        return switch (keys.get(key)) {
            case null -> List.of();
            case ScalarNode scalar -> List.of(scalar.getValue().strip());
            case SequenceNode list -> {
                var texts = new ArrayList<String>();
                for (var one : list.getValue()) {
                    if (one instanceof ScalarNode scalar) {
                        texts.add(scalar.getValue().strip());
                    } else {
                        mistake(key, "'%s' is a list of texts.".formatted(key));
                    }
                }
                yield texts;
            }
            default -> {
                mistake(key, "'%s' is one text or a list of them.".formatted(key));
                yield List.of();
            }
        };
    }

    /// The keys below a key.
    Optional<MappingFile> below(String key) {
        return switch (keys.get(key)) {
            case null -> Optional.empty();
            case MappingNode mapping -> Optional.of(new MappingFile(name, keys(name, mapping, mistakes), mistakes));
            default -> {
                mistake(key, "'%s' is lines of 'key: value'.".formatted(key));
                yield Optional.empty();
            }
        };
    }

    /// The rows of a list below a key.
    List<MappingFile> rows(String key) {
        return switch (keys.get(key)) {
            case null -> List.of();
            case SequenceNode list -> {
                var rows = new ArrayList<MappingFile>();
                for (var one : list.getValue()) {
                    if (one instanceof MappingNode mapping) {
                        rows.add(new MappingFile(name, keys(name, mapping, mistakes), mistakes));
                    } else {
                        mistake(key, "each of '%s' is lines of 'key: value'.".formatted(key));
                    }
                }
                yield rows;
            }
            default -> {
                mistake(key, "'%s' is a list of rows, each beginning with '- '.".formatted(key));
                yield List.of();
            }
        };
    }
}
