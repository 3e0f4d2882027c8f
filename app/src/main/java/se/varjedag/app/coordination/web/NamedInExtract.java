package se.varjedag.app.coordination.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.coordination.Named;
import se.varjedag.app.coordination.Named.Holder;
import se.varjedag.app.patients.OwnBeside;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.web.Texts;

/// Who has been named for a patient, in her register extract.
@Component
class NamedInExtract implements OwnBeside {
    private final Named named;
    private final Units units;

    NamedInExtract(Named named, Units units) {
        this.named = named;
        this.units = units;
    }

    @Override
    public List<Line> of(UUID person, List<Event> told, Texts texts) {
        return named.history(person).stream()
                .filter(one -> !one.staff().who().isEmpty())
                .map(one -> new Line(
                        texts.formats().date(one.from()),
                        texts.text("work.task." + one.task().key()),
                        one.staff().name() + until(one, texts),
                        units.name(one.unit())))
                .toList();
    }

    private static String until(Holder one, Texts texts) {
        return one.to()
                .map(day -> texts.text("work.extract.until", texts.formats().date(day)))
                .orElse("");
    }
}
