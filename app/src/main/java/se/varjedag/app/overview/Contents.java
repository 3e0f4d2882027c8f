package se.varjedag.app.overview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import se.varjedag.app.timeline.ClinicalValue;

/// The contents of every diagnosis, as shipped. A file that is wrong keeps the program from starting.
@Component
public class Contents {
    private static final String GENERIC = "generic";

    private final List<Content> all;
    private final Content generic;

    Contents() {
        all = read();
        generic = byId(GENERIC).orElseThrow(() -> new IllegalStateException("No content is called generic"));
    }

    private static List<Content> read() {
        try {
            var pathways = new HashSet<String>();
            var files = new PathMatchingResourcePatternResolver(Contents.class.getClassLoader())
                    .getResources("classpath*:se/varjedag/app/overview/contents/*.yaml");
            var read = new ArrayList<Content>();
            for (Resource file : files) {
                var content = ContentFile.read(
                        String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
                for (var pathway : content.pathways()) {
                    if (!pathways.add(pathway)) {
                        throw new IllegalArgumentException("Two contents are for " + pathway);
                    }
                }
                read.add(content);
            }
            read.sort(Comparator.comparing(Content::id));
            return List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException("The contents of the overview are missing from the build", e);
        }
    }

    /// Every content, by its id.
    public List<Content> all() {
        return all;
    }

    /// The content with this id.
    public Optional<Content> byId(String id) {
        return all.stream().filter(content -> content.id().equals(id)).findFirst();
    }

    /// The content for a pathway: its own, or the generic one.
    ///
    /// @param definition the id of its definition; empty where the patient has none
    public Content of(String definition) {
        return all.stream()
                .filter(content -> content.pathways().contains(definition))
                .findFirst()
                .orElse(generic);
    }

    /// The content for somebody whose pathway the reader does not see: the one that names most of what was measured and
    /// given, or the generic one.
    Content ofValues(List<ClinicalValue> values) {
        var items = values.stream().map(value -> value.fact().item()).distinct().toList();
        return all.stream()
                .max(Comparator.comparingLong((Content content) -> named(content, items))
                        .thenComparing(content -> content.equals(generic)))
                .orElse(generic);
    }

    private static long named(Content content, List<String> items) {
        return content.items().filter(one -> items.contains(one.item())).count();
    }
}
