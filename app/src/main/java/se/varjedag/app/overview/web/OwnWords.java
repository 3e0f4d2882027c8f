package se.varjedag.app.overview.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.varjedag.app.overview.Content;
import se.varjedag.app.overview.Contents;
import se.varjedag.app.patients.ValueWords;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.web.Texts;

/// The words of the overview for pages that show a patient her own values.
@Component
class OwnWords implements ValueWords {
    private final Contents contents;
    private final ItemNames names;

    OwnWords(Contents contents, ItemNames names) {
        this.contents = contents;
        this.names = names;
    }

    @Override
    public String name(Fact fact, Texts texts) {
        var wording = wording(fact, texts);
        return fact.kind() == Kind.STATUS ? texts.text("overview.status") : wording.named(fact);
    }

    @Override
    public String value(Fact fact, Texts texts) {
        var wording = wording(fact, texts);
        var value = wording.value(fact);
        return fact.reason().isEmpty() ? value : value + " · " + wording.reason(fact.reason());
    }

    /// The words of the first content that names the item.
    private Wording wording(Fact fact, Texts texts) {
        List<Content> all = contents.all();
        var content = all.stream()
                .filter(one -> one.word(fact.item(), texts.language()).isPresent())
                .findFirst()
                .orElse(all.getFirst());
        return new Wording(content, names, texts);
    }
}
