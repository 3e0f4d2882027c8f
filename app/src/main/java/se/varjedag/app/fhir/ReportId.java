package se.varjedag.app.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.varjedag.app.database.Sha256;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;

/// The id of a report: its question written short, and twelve characters of its group. So a report is found again
/// without being kept anywhere.
record ReportId(ReportId.Asking question) {
    /// What reports can be grouped by, each with a letter of its own.
    static final List<GroupKey> KEYS = List.of(
            GroupKey.SVF,
            GroupKey.REGION,
            GroupKey.HREGION,
            GroupKey.UNIT,
            GroupKey.TREATMENT,
            GroupKey.SEX,
            GroupKey.AGE,
            GroupKey.HOME_REGION);

    /// By so many of them at once.
    static final int MOST = 3;

    private static final String LETTERS = "srhutxao";
    private static final Pattern WRITTEN =
            Pattern.compile("(.+)\\.([0-9a-z]{1,5})-([0-9a-z]{1,5})\\.([es])([" + LETTERS + "]{0,3})\\.[0-9a-f]{12}");
    private static final int GROUP = 12;
    private static final int RADIX = Character.MAX_RADIX;

    /// What a report answers.
    record Asking(PointPair measure, LocalDate from, LocalDate to, CountBy countBy, List<GroupKey> by) {

        Asking {
            by = List.copyOf(by);
            if (to.isBefore(from)) {
                throw Problem.notUnderstood("The period ends %s, before it begins %s.".formatted(to, from));
            }
        }

        Question question() {
            return Question.leadTime()
                    .between(measure.from(), measure.to())
                    .period(from, to)
                    .countBy(countBy)
                    .by(by)
                    .build();
        }

        /// The id of the report of one group.
        String id(List<String> group) {
            var letters = new StringBuilder();
            by.forEach(key -> letters.append(LETTERS.charAt(KEYS.indexOf(key))));
            return "%s.%s-%s.%s%s.%s"
                    .formatted(
                            measure.id(),
                            Long.toString(from.toEpochDay(), RADIX),
                            Long.toString(to.toEpochDay(), RADIX),
                            countBy == CountBy.END ? "e" : "s",
                            letters,
                            Sha256.hex(String.join("\n", group)).substring(0, GROUP));
        }
    }

    /// The id that is written so; empty where none is.
    static Optional<ReportId> of(String id) {
        var parts = WRITTEN.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var by = new ArrayList<GroupKey>();
        for (var letter : parts.group(5).toCharArray()) {
            by.add(KEYS.get(LETTERS.indexOf(letter)));
        }
        var from = LocalDate.ofEpochDay(Long.parseLong(parts.group(2), RADIX));
        var to = LocalDate.ofEpochDay(Long.parseLong(parts.group(3), RADIX));
        var countBy = parts.group(4).equals("e") ? CountBy.END : CountBy.START;
        return PointPair.of(parts.group(1))
                .filter(_ -> !to.isBefore(from)
                        && to.getYear() < 2200
                        && by.size() == List.copyOf(java.util.Set.copyOf(by)).size())
                .map(measure -> new ReportId(new Asking(measure, from, to, countBy, by)));
    }
}
