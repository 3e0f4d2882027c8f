package se.varjedag.app.demo;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.DemoPatient;
import se.varjedag.app.timeline.Loading;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// One of those who wait at the clinic where the demo's staff work, so that the patient, her nurse, her coordinator and
/// her doctor see one and the same ([WorkOfDemo#patient()]). Where nobody waits there: of those who came to treatment
/// and have been there, the one with the most events.
@Component
@ConditionalOnProperty("varjedag.demo")
class PatientOfDemo implements DemoPatient {
    private final Timeline timeline;
    private final WorkOfDemo work;
    private final LettersOfDemo letters;
    private volatile @Nullable UUID found;
    private volatile @Nullable UUID reader;

    PatientOfDemo(Timeline timeline, WorkOfDemo work, LettersOfDemo letters) {
        this.letters = letters;
        this.timeline = timeline;
        this.work = work;
    }

    @Override
    public Optional<UUID> person() {
        // While data come in, somebody with more events may come.
        if (found == null && timeline.read() && timeline.loading().equals(Loading.NOTHING)) {
            found = work.patient()
                    .map(line -> line.key().person())
                    .or(() -> look(timeline.snapshot().pathways()))
                    .orElse(null);
        }
        return Optional.ofNullable(found);
    }

    @Override
    public Optional<UUID> relative() {
        if (reader == null && timeline.read() && timeline.loading().equals(Loading.NOTHING)) {
            reader = letters.reader().orElse(null);
        }
        return Optional.ofNullable(reader);
    }

    private static Optional<UUID> look(TracedPathways traced) {
        var timelines = traced.timelines();
        int clinic = timelines.units().indexOf(DemoPatient.CLINIC);
        String best = null;
        int most = 0;
        for (int pathway = 0; pathway < traced.size() && clinic >= 0; pathway++) {
            int person = traced.person(pathway);
            int events = timelines.to(person) - timelines.from(person);
            if (traced.state(pathway) != State.TREATED || events < most || !beenAt(traced, person, clinic)) {
                continue;
            }
            var name = timelines.person(person);
            if (events > most || best == null || name.compareTo(best) < 0) {
                best = name;
                most = events;
            }
        }
        return Optional.ofNullable(best).map(UUID::fromString);
    }

    private static boolean beenAt(TracedPathways traced, int person, int unit) {
        var timelines = traced.timelines();
        for (int row = timelines.from(person); row < timelines.to(person); row++) {
            if (timelines.unit(row) == unit) {
                return true;
            }
        }
        return false;
    }
}
