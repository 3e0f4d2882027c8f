package se.varjedag.app.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Issues;
import se.varjedag.app.results.Issues.Draft;
import se.varjedag.app.results.Step;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.web.figure.Span;

/// The results reports of the demo: one of each healthcare region that is published, and the next of the south-east,
/// which is being commented. Made up.
@Component
@ConditionalOnProperty("varjedag.demo")
class ResultsOfDemo {
    private static final String OWN = "sydöst";
    private static final int MONTHS = 4;
    private static final int MIDDLE = 15;
    private static final int COMMENTED = 5;
    private static final List<List<String>> WORDS = List.of(
            List.of(
                    "Operationssalar stod stilla i veckorna efter midsommar.",
                    "Två salar till är öppna sedan september, och remisser fördelas mellan sjukhusen."),
            List.of(
                    "Svaren från patologin tog längre tid när två läkare slutade.",
                    "Snitten skannas och läses gemensamt i sjukvårdsregionen."),
            List.of(
                    "Fler fick sin undersökning på samma dag som besöket.",
                    "Arbetssättet provas nu på de andra sjukhusen."),
            List.of(
                    "Få patienter: en enda väntan flyttar andelen mycket.",
                    "Vi följer tolv månader i rad i stället för fyra."),
            List.of("Strålbehandlingen hade service i tre veckor.", "Nästa service läggs i två delar."));

    private final Issues issues;
    private final Clock clock = Clock.systemUTC();

    ResultsOfDemo(Issues issues) {
        this.issues = issues;
    }

    /// Adds them, of what has been read in.
    void add(LocalDate today) {
        if (!issues.all().isEmpty()) {
            return;
        }
        var ended = YearMonth.from(today).minusMonths(1);
        while (ended.getMonthValue() % MONTHS != 0) {
            ended = ended.minusMonths(1);
        }
        long before = published(OWN, ended.minusMonths(MONTHS), WORDS.size());
        issues.correct(
                before,
                "I kommentaren om strålbehandling ska det stå fyra veckor, inte tre. Siffrorna är rätt.",
                signed("programkontor", "Paula Programkontor"));
        commented(OWN, ended, 3);
        for (var other : Regions.healthcareRegions()) {
            if (!other.equals(OWN)) {
                published(other, ended.minusMonths(MONTHS), 0);
            }
        }
    }

    private long published(String healthcareRegion, YearMonth last, int comments) {
        long id = commented(healthcareRegion, last, comments);
        issues.take(id, Step.REVIEW, signed("programkontor", "Paula Programkontor"));
        issues.freeze(id, signed("programkontor", "Paula Programkontor"));
        issues.take(id, Step.PUBLISHED, signed("programkontor", "Paula Programkontor"));
        return id;
    }

    private long commented(String healthcareRegion, YearMonth last, int comments) {
        var published = last.plusMonths(MONTHS);
        long id = issues.draft(
                new Draft(
                        healthcareRegion,
                        "Resultatrapport " + last.minusMonths(MONTHS - 1) + "–" + last,
                        new Span(last.minusMonths(MONTHS - 1).atDay(1), last.atEndOfMonth()),
                        clock.instant(),
                        published.atDay(MIDDLE)),
                signed("programkontor", "Paula Programkontor"));
        issues.take(id, Step.COMMENTING, signed("programkontor", "Paula Programkontor"));
        var most = issues.content(issues.byId(id).orElseThrow()).at(Content.WHOLE).stream()
                .sorted(Comparator.comparingLong(
                                (Content.Line line) -> line.now().n())
                        .reversed())
                .limit(Math.min(comments, COMMENTED))
                .toList();
        for (int at = 0; at < most.size(); at++) {
            var words = WORDS.get(at);
            issues.comment(
                    id,
                    most.get(at).svf(),
                    words.getFirst(),
                    words.getLast(),
                    signed("processledare", "Petra Processledare"));
        }
        return id;
    }

    private Signed signed(String by, String name) {
        return new Signed(clock.instant(), by, name);
    }
}
