package se.varjedag.app.patients.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.identity.Identities;
import se.varjedag.app.patients.PassedOn;
import se.varjedag.app.patients.PatientNames;
import se.varjedag.app.patients.UnitPathways;
import se.varjedag.app.web.Texts;

/// The patients whose pathways wait at a unit, those that have waited longest first.
@Component
public class WaitingHere {
    private static final int MOST = 100;

    private final UnitPathways pathways;
    private final PassedOn passedOn;
    private final Identities identities;

    WaitingHere(UnitPathways pathways, PassedOn passedOn, Identities identities) {
        this.pathways = pathways;
        this.passedOn = passedOn;
        this.identities = identities;
    }

    /// One pathway in words.
    public record Row(String path, String name, String pathway, String start, String days) {}

    private record Waiting(UUID person, int definition, int start, int days) {}

    /// Those who wait at a unit, the longest first.
    ///
    /// @param today the day their waits are counted to, whatever day the sources have come to
    public List<Row> at(String unit, LocalDate today, Texts texts) {
        var waiting = pathways.at(unit);
        var traced = waiting.traced();
        var found = passedOn.at(waiting, unit).stream()
                .map(pathway -> new Waiting(
                        UUID.fromString(traced.timelines().person(traced.person(pathway))),
                        traced.definition(pathway),
                        traced.start(pathway),
                        Math.toIntExact(today.toEpochDay()) - traced.start(pathway)));
        var longest = found.sorted(Comparator.comparingInt((Waiting one) -> -one.days()))
                .limit(MOST)
                .toList();
        var names = identities.shown(longest.stream().map(Waiting::person).toList());
        return longest.stream()
                .map(one -> new Row(
                        PatientController.PATH + "/" + one.person(),
                        PatientNames.orNumber(Objects.requireNonNull(names.get(one.person())), texts),
                        traced.definitions().all().get(one.definition()).name(texts.language()),
                        texts.formats().date(LocalDate.ofEpochDay(one.start())),
                        texts.formats().whole(one.days())))
                .toList();
    }
}
