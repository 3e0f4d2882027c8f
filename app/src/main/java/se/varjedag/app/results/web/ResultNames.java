package se.varjedag.app.results.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.indicators.Catalogue;
import se.varjedag.app.indicators.Indicator;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.Units;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Definitions;

/// What diagnoses and places are called, and what the catalogue says of goals.
@Component
public class ResultNames {
    private final FollowUp followUp;
    private final Units units;
    private final Catalogue catalogue;

    ResultNames(FollowUp followUp, Units units, Catalogue catalogue) {
        this.followUp = followUp;
        this.units = units;
        this.catalogue = catalogue;
    }

    /// The definitions in use.
    public Definitions definitions() {
        return followUp.current().definitions();
    }

    public String diagnosis(String svf, Texts texts) {
        return svf.isEmpty()
                ? texts.text("results.all")
                : definitions().byId(svf).map(one -> one.name(texts.language())).orElse(svf);
    }

    public String place(Line line, String healthcareRegion, Texts texts) {
        if (line.whole()) {
            return Regions.healthcareRegion(healthcareRegion);
        }
        if (line.ofRegion()) {
            return Regions.name(line.region());
        }
        return line.unit().isEmpty()
                ? texts.text("results.unit.unknown", Regions.name(line.region()))
                : units.name(line.unit());
    }

    /// The share in time that is the goal; below zero where none is set.
    public double goal() {
        return catalogue.all().stream()
                .filter(one -> one.measure().filter("within-limit"::equals).isPresent())
                .findFirst()
                .map(Indicator::high)
                .orElseThrow()
                .orElse(-1);
    }

    /// Of each promise its indicators.
    public List<Indicator> ofPromise(int number) {
        return catalogue.ofPromise(number).stream()
                .sorted(Comparator.comparing(Indicator::id))
                .toList();
    }
}
