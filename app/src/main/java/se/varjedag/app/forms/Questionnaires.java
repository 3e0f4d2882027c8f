package se.varjedag.app.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The forms that are shipped: one FHIR resource each, in the folder `questionnaires`.
@Component
public class Questionnaires {
    private final List<Questionnaire> all = read();

    private static List<Questionnaire> read() {
        try {
            var files = new PathMatchingResourcePatternResolver(Questionnaires.class.getClassLoader())
                    .getResources("classpath*:se/varjedag/app/forms/questionnaires/*.json");
            return Stream.of(files)
                    .map(file -> {
                        try {
                            return QuestionnaireFile.read(
                                    String.valueOf(file.getFilename()),
                                    file.getContentAsString(StandardCharsets.UTF_8));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .sorted(Comparator.comparing(Questionnaire::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The forms are missing from the build", e);
        }
    }

    /// Every form, by its id.
    public List<Questionnaire> all() {
        return all;
    }

    /// The form with this id.
    public Optional<Questionnaire> byId(String id) {
        return all.stream().filter(form -> form.id().equals(id)).findFirst();
    }
}
