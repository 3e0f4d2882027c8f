package se.varjedag.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.Answer;
import se.varjedag.pathway.measure.AnswerCsv;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.Backlog;
import se.varjedag.pathway.measure.Bottleneck;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.CumulativeIncidence;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.DelayCosts;
import se.varjedag.pathway.measure.Facts;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.KaplanMeier;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.measure.Queue;
import se.varjedag.pathway.measure.Step;
import se.varjedag.pathway.measure.Steps;
import se.varjedag.pathway.trace.TracedPathways;

/// `./varjedag benchmark answers`: questions over pathways in memory, asked of our facts and of DuckDB, turn by turn in
/// one process, with equal answers checked.
final class AnswersBenchmark {
    private static final int KEYS = 2;
    private static final int TOUCHED = 200;
    private static final double EQUAL = 1e-9;

    private final int runs;
    private final ManyPathways many = new ManyPathways();
    private final AnswersReport report = new AnswersReport();

    private AnswersBenchmark(int runs) {
        this.runs = runs;
    }

    /// Measures, and writes `docs/benchmark-answers.md`.
    static void run(Path root, int pathways, int runs) throws IOException, SQLException, InterruptedException {
        var text = new AnswersBenchmark(runs).measured(pathways);
        System.out.println(text);
        Files.writeString(root.resolve("docs/benchmark-answers.md"), text);
    }

    private String measured(int atLeast) throws IOException, SQLException, InterruptedException {
        long before = Memory.used();
        var traced = many.trace(atLeast);
        long withPathways = Memory.used();
        var building = Times.start();
        var facts = Facts.of(traced);
        report.built(building.stop());
        report.size(traced.size(), traced.timelines().rows(), facts.bytes());
        report.memory(withPathways - before, Memory.used() - before);

        try (var duckDb = new DuckDbFacts(traced)) {
            var questions = new Questions(facts);
            beside(duckDb, facts, "three filters, two groups", questions.filtered());
            beside(duckDb, facts, "no filter, two groups", questions.open());
            curves(duckDb, facts);
            whileImporting(facts, questions.filtered());
        }
        otherMeasures(traced);
        walks(traced);
        retraces(traced, facts);
        return report.text();
    }

    /// Each question of ours and theirs by turns, after one round of each that is not counted.
    private void beside(DuckDbFacts duckDb, Facts facts, String name, List<Question> questions)
            throws IOException, SQLException {
        var ours = new Times();
        var theirs = new Times();
        for (int run = -1; run < runs; run++) {
            for (var question : questions) {
                var our = Times.start();
                var text = text(Answers.answer(facts, question, Optional.empty()));
                double ourTime = our.stop();
                var their = Times.start();
                var other = duckDb.answer(question);
                double theirTime = their.stop();
                if (run < 0) {
                    Agreement.check(text, other, KEYS);
                } else {
                    ours.add(ourTime);
                    theirs.add(theirTime);
                }
            }
            System.err.printf("%s, run %d: median %.1f and %.1f ms%n", name, run + 1, ours.median(), theirs.median());
        }
        report.beside(name, questions.size(), ours, theirs);
    }

    /// What one curve says of one group, as a line's end.
    private interface Curve {
        String of(DayHistogram cohort);
    }

    /// The same of DuckDB.
    private interface TheirCurves {
        String all() throws SQLException;
    }

    private void curves(DuckDbFacts duckDb, Facts facts) throws SQLException {
        curves("cumulative incidence", facts, duckDb::cumulativeIncidence, cohort -> {
            var curve = CumulativeIncidence.of(cohort);
            return curve.startedBy(30) + "," + curve.startedBy(60) + "," + curve.startedBy(Integer.MAX_VALUE);
        });
        curves("Kaplan–Meier", facts, duckDb::kaplanMeier, cohort -> {
            var curve = KaplanMeier.of(cohort);
            return curve.on(30).waiting() + "," + curve.on(60).waiting() + ","
                    + curve.on(Integer.MAX_VALUE).waiting();
        });
    }

    /// The curves of all pathways and regions, by two threads as DuckDB's.
    private void curves(String name, Facts facts, TheirCurves theirCurves, Curve curve) throws SQLException {
        var question = Question.leadTime()
                .by(GroupKey.SVF, GroupKey.REGION)
                .countBy(CountBy.START)
                .build();
        var ours = new Times();
        var theirs = new Times();
        int groups = 0;
        for (int run = -3; run < 4 * runs; run++) {
            var our = Times.start();
            var answer = Answers.answer(facts, question, Optional.empty());
            var text = answer.groups().parallelStream()
                    .map(group -> String.join(",", group.key()) + "," + curve.of(group.histogram()) + "\n")
                    .collect(Collectors.joining("", "keys\n", ""));
            double ourTime = our.stop();
            var their = Times.start();
            var other = theirCurves.all();
            double theirTime = their.stop();
            if (run < 0) {
                groups = answer.groups().size();
                Agreement.check(text, other, KEYS, EQUAL);
            } else {
                ours.add(ourTime);
                theirs.add(theirTime);
            }
        }
        report.beside("%s of %d groups".formatted(name, groups), 1, ours, theirs);
    }

    /// The same questions while another thread traces what imports bring and puts it in, without a pause.
    private void whileImporting(Facts facts, List<Question> questions) throws IOException, InterruptedException {
        var going = new AtomicBoolean(true);
        var latest = new AtomicReference<>(facts);
        var imports = new Times();
        var importing = Thread.ofPlatform().start(() -> {
            for (int number = 0; going.get(); number++) {
                var brought = many.touching(TOUCHED, number * TOUCHED);
                var putIn = Times.start();
                latest.set(latest.get().with(many.trace(brought), brought.whom()));
                imports.add(putIn.stop());
            }
        });
        var ours = new Times();
        for (int run = 0; run < 2 * runs || imports.size() < 2; run++) {
            for (var question : questions) {
                var our = Times.start();
                text(Answers.answer(latest.get(), question, Optional.empty()));
                ours.add(our.stop());
            }
        }
        going.set(false);
        importing.join();
        report.importing(questions.size(), ours, TOUCHED, imports);
    }

    /// A measure between other points: the first question lays its waits out.
    private void otherMeasures(TracedPathways traced) throws IOException {
        for (var measure : List.of(
                "specimen-taken..pathology-reported",
                "imaging-referral..imaging-reported",
                "first-visit..treatment",
                "referral-received..first-visit")) {
            var facts = Facts.of(traced);
            long alone = facts.bytes();
            var question = Question.leadTime()
                    .measure(measure)
                    .by(GroupKey.REGION, GroupKey.MONTH)
                    .limit(11)
                    .build();
            var first = Times.start();
            long waits = Answers.answer(facts, question, Optional.empty())
                    .total()
                    .map(group -> group.everybody())
                    .orElse(0L);
            double firstTime = first.stop();
            var later = new Times();
            for (int run = 0; run < 10 * runs; run++) {
                var our = Times.start();
                text(Answers.answer(facts, question, Optional.empty()));
                later.add(our.stop());
            }
            report.measure(measure, waits, facts.bytes() - alone, firstTime, later);
        }
    }

    /// What is not counted from columns but pathway by pathway.
    private void walks(TracedPathways traced) {
        var all = Question.leadTime().by(GroupKey.REGION).build();
        var year = all.but()
                .period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))
                .build();
        var from = MeasuringPoint.SPECIMEN_TAKEN;
        var to = MeasuringPoint.PATHOLOGY_REPORTED;
        var answers = Question.leadTime().between(from, to).by(GroupKey.UNIT).build();
        walk("overtime by step, one year", () -> Steps.of(traced, year));
        walk("overtime by step, all years", () -> Steps.of(traced, all));
        walk("overtime by step and unit, one year", () -> Steps.byUnit(traced, year));
        walk(
                "one step closely, one year",
                () -> Bottleneck.of(traced, year, new Step.Between(from, to), Optional.empty()));
        walk("its queue over half a year", () -> Queue.of(traced, answers, 26));
        walk("its backlog by unit", () -> Backlog.of(traced, answers));
        walk("what its delay cost, one year", () -> DelayCosts.of(traced, year, from, to, OptionalInt.of(5)));
    }

    private void walk(String what, Supplier<Object> walked) {
        var times = new Times();
        Objects.requireNonNull(walked.get());
        for (int run = 0; run < runs; run++) {
            var our = Times.start();
            Objects.requireNonNull(walked.get());
            times.add(our.stop());
        }
        report.walked(what, times);
    }

    private void retraces(TracedPathways traced, Facts facts) {
        var day = Times.start();
        var then =
                Facts.of(many.asOf(traced, LocalDate.ofEpochDay(traced.asOf()).minusYears(1)));
        report.retraced("as of a year earlier, everybody", then.traced().size(), day.stop());
        for (int persons : List.of(1000, 100_000)) {
            var brought = many.touching(persons, 0);
            var few = Times.start();
            var after = facts.with(many.trace(brought), brought.whom());
            report.retraced(
                    "%,d persons put in anew".formatted(persons), after.traced().size(), few.stop());
        }
    }

    private static String text(Answer answer) throws IOException {
        var text = new StringBuilder();
        AnswerCsv.write(answer, text);
        return text.toString();
    }
}
