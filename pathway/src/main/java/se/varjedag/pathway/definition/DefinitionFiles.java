package se.varjedag.pathway.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds the texts of definition files, in a folder or among the resources of a program.
final class DefinitionFiles {
    /// Lists the files of a folder of resources, one name per line: a jar cannot be asked for its folders.
    private static final String INDEX = "index.txt";

    private DefinitionFiles() {}

    static Map<String, String> inFolder(Path folder) {
        var mistakes = new Mistakes();
        var texts = new TreeMap<String, String>();
        for (var file : files(folder, mistakes)) {
            try {
                texts.put(file.toString(), text(Files.readAllBytes(file)));
            } catch (CharacterCodingException e) {
                mistakes.add(
                        file.toString(),
                        1,
                        1,
                        new Words(
                                "Det här är ingen text i UTF-8. Spara den som UTF-8",
                                "This is not a text in UTF-8. Save it as UTF-8"));
            } catch (IOException e) {
                mistakes.add(
                        file.toString(),
                        1,
                        1,
                        new Words(
                                "Filen går inte att läsa. Kontrollera att du får öppna den",
                                "The file cannot be read. Check that you may open it"));
            }
        }
        mistakes.throwIfAny();
        return texts;
    }

    private static List<Path> files(Path folder, Mistakes mistakes) {
        if (!Files.isDirectory(folder)) {
            mistakes.add(
                    folder.toString(),
                    1,
                    1,
                    new Words(
                            "Mappen finns inte. Ange mappen med definitionsfilerna",
                            "There is no such folder. Give the folder that holds the definition files"));
            return List.of();
        }
        try (var inside = Files.list(folder)) {
            var files = inside.filter(file -> {
                        var name = String.valueOf(file.getFileName());
                        return name.endsWith(".yaml") || name.endsWith(".yml");
                    })
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                mistakes.add(
                        folder.toString(),
                        1,
                        1,
                        new Words(
                                "Mappen innehåller ingen definitionsfil. Deras namn slutar på .yaml",
                                "The folder holds no definition file. Their names end in .yaml"));
            }
            return files;
        } catch (IOException e) {
            mistakes.add(
                    folder.toString(),
                    1,
                    1,
                    new Words(
                            "Mappen går inte att läsa. Kontrollera att du får öppna den",
                            "The folder cannot be read. Check that you may open it"));
            return List.of();
        }
    }

    static Map<String, String> amongResources(Class<?> anchor, String folder) {
        var texts = new TreeMap<String, String>();
        for (var name : resource(anchor, folder + "/" + INDEX).lines().toList()) {
            texts.put(name, resource(anchor, folder + "/" + name));
        }
        return texts;
    }

    private static String resource(Class<?> anchor, String name) {
        try (var stream = anchor.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("No resource " + name + " beside " + anchor.getName());
            }
            return text(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + name, e);
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
