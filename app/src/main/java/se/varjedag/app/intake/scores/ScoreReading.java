package se.varjedag.app.intake.scores;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.varjedag.app.identity.SeenPerson;
import se.varjedag.app.intake.mapping.ValueMapping;
import se.varjedag.app.intake.mapping.ValueRow;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.Says;
import se.varjedag.app.timeline.ClinicalValue.Sent;
import se.varjedag.app.timeline.ClinicalValue.TakesBack;
import se.varjedag.eventlog.IdentityNumber;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.Sentence;

/// The lines of one file of scores on their way to clinical values.
final class ScoreReading {
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[0-9]{6,8}[-+]?[0-9A-Z]{4}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.][0-9]{1,9})?");
    private static final int LONGEST_LICENCE = 100;

    /// Further back nobody was asked, in years.
    private static final int YEARS = 100;

    private final ValueMapping mapping;
    private final String file;
    private final String sender;
    private final LocalDate today;
    private final RejectionSink rejections;
    private final List<Sent> scores = new ArrayList<>();
    private final Map<String, SeenPerson> seen = new HashMap<>();
    private long line = 1;
    private long read;
    private long rejected;

    ScoreReading(ValueMapping mapping, String file, String sender, LocalDate today, RejectionSink rejections) {
        this.mapping = mapping;
        this.file = file;
        this.sender = sender;
        this.today = today;
        this.rejections = rejections;
    }

    List<Sent> scores() {
        return scores;
    }

    Collection<SeenPerson> seen() {
        return seen.values();
    }

    long read() {
        return read;
    }

    long rejected() {
        return rejected;
    }

    void line(String text, String separator, List<String> heads) {
        line++;
        if (text.isBlank()) {
            return;
        }
        read++;
        var cells = ScoreFiles.cells(text, separator);
        if (cells.size() != heads.size()) {
            reject("", "", Reasons.cells(cells.size(), heads.size()));
            return;
        }
        var named = new HashMap<String, String>();
        for (int at = 0; at < heads.size(); at++) {
            named.put(heads.get(at), cells.get(at));
        }
        score(named);
    }

    /// A line whose score is empty takes the score back that its source called so.
    private void score(Map<String, String> cells) {
        var source = sender.isEmpty() ? cells.getOrDefault("source", "") : sender;
        var id = cells.getOrDefault("id", "");
        if (id.isEmpty() || source.isEmpty()) {
            reject(id.isEmpty() ? "id" : "source", "", id.isEmpty() ? Reasons.NO_ID : Reasons.NO_SOURCE);
            return;
        }
        if (cells.getOrDefault("score", "").isEmpty()) {
            scores.add(new TakesBack(source, id, null));
            return;
        }
        var person = person(cells.getOrDefault("person", ""));
        var instrument = mapping.licensed(cells.getOrDefault("instrument", ""));
        var day = day(cells.getOrDefault("day", ""));
        if (instrument.isEmpty()) {
            reject("instrument", cells.getOrDefault("instrument", ""), Reasons.instrument(mapping.licensed()));
        }
        if (person.isEmpty() || instrument.isEmpty() || day.isEmpty()) {
            return;
        }
        fact(instrument.get(), day.get(), cells).ifPresent(fact -> {
            IdentityNumber.of(cells.getOrDefault("person", ""), today)
                    .ifPresent(number -> seen.put(person.get(), SeenPerson.of(number)));
            scores.add(new Says(person.get(), cells.getOrDefault("unit", ""), Origin.PATIENT, source, id, fact, null));
        });
    }

    private Optional<Fact> fact(ValueRow instrument, LocalDate day, Map<String, String> cells) {
        var written = cells.getOrDefault("score", "").replace(',', '.');
        var licence = cells.getOrDefault("licence", "");
        if (!NUMBER.matcher(written).matches()) {
            reject("score", written.substring(0, Math.min(30, written.length())), Reasons.NO_NUMBER);
            return Optional.empty();
        }
        double number = Double.parseDouble(written);
        if (!instrument.holds(number)) {
            reject("score", written, instrument.outOfRange(number));
            return Optional.empty();
        }
        if (instrument.whole() && number != Math.rint(number)) {
            reject("score", written, Reasons.NOT_WHOLE);
            return Optional.empty();
        }
        if (licence.isEmpty() || licence.length() > LONGEST_LICENCE) {
            reject("licence", "", Reasons.NO_LICENCE);
            return Optional.empty();
        }
        return Optional.of(Fact.of(instrument.kind(), instrument.item(), day)
                .number(number, instrument.measure())
                .said(licence));
    }

    private Optional<String> person(String written) {
        if (written.isEmpty()) {
            reject("person", "", Reasons.PERSON_MISSING);
            return Optional.empty();
        }
        var number = IdentityNumber.normalised(written, today);
        if (number.isEmpty() && LIKE_A_NUMBER.matcher(written).matches() && !IdentityNumber.looksRegional(written)) {
            reject("person", written, Reasons.NUMBER_WRONG);
            return Optional.empty();
        }
        return Optional.of(number.orElse(written));
    }

    private Optional<LocalDate> day(String written) {
        try {
            var day = LocalDate.parse(written);
            if (day.isAfter(today)) {
                reject("day", written, Reasons.AHEAD);
            } else if (day.isBefore(today.minusYears(YEARS))) {
                reject("day", written, Reasons.NO_DAY);
            } else {
                return Optional.of(day);
            }
        } catch (DateTimeException _) {
            reject("day", written.substring(0, Math.min(30, written.length())), Reasons.NO_DAY);
        }
        return Optional.empty();
    }

    private void reject(String column, String value, Sentence why) {
        rejected++;
        rejections.reject(new Rejection(file, line, column, value, why));
    }
}
