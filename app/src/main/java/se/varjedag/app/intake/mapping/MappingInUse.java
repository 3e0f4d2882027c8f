package se.varjedag.app.intake.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.Home;
import se.varjedag.pathway.definition.Definitions;

/// Which mapping this installation follows: the shipped files, and those in the folder `mappings` of the home, which
/// add to them or, under the same name, replace them.
@Configuration(proxyBeanMethods = false)
class MappingInUse {
    static final List<String> SHIPPED =
            List.of("svf.yaml", "mcode.yaml", "synthea.yaml", "varjedag.yaml", "values.yaml");

    @Bean
    CodeMapping codeMapping(Definitions definitions, Home home) {
        var own = home.folder().resolve("mappings");
        try {
            var texts = shipped();
            texts.putAll(inFolder(own));
            return MappingReader.read(texts, definitions);
        } catch (InvalidMapping e) {
            throw new CannotStart("The mappings in %s cannot be used:%n%s".formatted(own, e.getMessage()), e);
        } catch (MalformedInputException e) {
            throw new CannotStart("A mapping in %s is not UTF-8. Save it as UTF-8.".formatted(own), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> shipped() throws IOException {
        var texts = new LinkedHashMap<String, String>();
        for (var name : SHIPPED) {
            try (var in = Objects.requireNonNull(MappingInUse.class.getResourceAsStream(name), name)) {
                texts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static Map<String, String> inFolder(Path folder) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.filter(f -> f.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    texts.put("mappings/" + file.getFileName(), Files.readString(file));
                }
            }
        }
        return texts;
    }
}
