package se.varjedag.pathway.open;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.trace.TracedPathways;

/// The open figures of one state of the data: a fixed publication, from which every open answer is read.
///
/// Hiding small groups in each answer by itself would not do: two questions that overlap (one quarter more, one limit
/// a day longer, one region fewer) differ by a few patients, and the difference is theirs. So an open question can
/// only choose among fields that are published anyway: the lead time from suspicion to treatment by the national rule,
/// whole calendar years that have passed, by pathway and by region or healthcare region. What is hidden is found for
/// all these fields together, so answers can be laid side by side and tell no more than one of them. Those waiting on
/// the day the events reach to are told with the last of the years.
///
/// Two publications on different days differ by the patients registered between: publish from a state of the data that
/// stays (a knowledge date), not from day to day.
public final class OpenPublication {
    private static final Set<GroupKey> KEYS =
            EnumSet.of(GroupKey.SVF, GroupKey.REGION, GroupKey.HREGION, GroupKey.YEAR);

    private final TracedPathways traced;
    private final Map<Integer, OpenYear> years = new ConcurrentHashMap<>();

    public OpenPublication(TracedPathways traced) {
        this.traced = traced;
    }

    /// The years published: those that had passed on the day the events reach to, the oldest first.
    public List<Integer> years() {
        if (traced.size() == 0) {
            return List.of();
        }
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < traced.size(); i++) {
            first = Math.min(first, traced.start(i));
        }
        var lastDay = LocalDate.ofEpochDay(traced.asOf());
        int last = lastDay.plusDays(1).getYear() - 1;
        var passed = new ArrayList<Integer>();
        for (int year = LocalDate.ofEpochDay(first).getYear(); year <= last; year++) {
            passed.add(year);
        }
        return passed;
    }

    /// Works out all that is published, the newest year first, so that nobody who asks has to wait for it.
    ///
    /// @param goesOn asked before each year; what is left is worked out when somebody asks for it
    public void prepare(BooleanSupplier goesOn) {
        for (int year : years().reversed()) {
            if (!goesOn.getAsBoolean()) {
                return;
            }
            year(year);
        }
    }

    /// Whether all that is published has been worked out.
    public boolean prepared() {
        return years.keySet().containsAll(years());
    }

    private OpenYear year(int year) {
        return years.computeIfAbsent(year, one -> OpenYear.of(traced, one));
    }

    /// Whether open figures can answer such a question at all, whatever the data are.
    ///
    /// @throws NotPublished when they cannot
    public static void check(Question question) {
        require(
                question.wholeLeadTime(),
                "Open figures are of suspicion..treatment only.",
                "Öppna siffror gäller bara suspicion..treatment.");
        require(
                question.countBy() == CountBy.END,
                "Open figures count by end only.",
                "Öppna siffror räknas bara på slutdatum (end).");
        require(
                question.limit().isEmpty(),
                "Open figures have the definitions' limits only: two limits a day apart"
                        + " would tell who was treated on that day.",
                "Öppna siffror har bara definitionernas gränser: två gränser med en dags"
                        + " skillnad skulle berätta vem som behandlades den dagen.");
        require(
                question.minCount() <= 1,
                "Open figures hide fewer than 5 and have no other least count.",
                "Öppna siffror döljer färre än 5 och har inget annat minsta antal.");
        for (var key : question.by()) {
            require(
                    KEYS.contains(key),
                    "Open figures are grouped by svf, region or hregion, and year, not by " + key.key() + ".",
                    "Öppna siffror delas upp på svf, region eller hregion, och year, inte på " + key.key() + ".");
        }
        require(
                !question.by().containsAll(List.of(GroupKey.REGION, GroupKey.HREGION)),
                "Open figures are grouped by region or by hregion, not by both.",
                "Öppna siffror delas upp på region eller på hregion, inte på båda.");
        for (var key : question.filters().keySet()) {
            require(
                    question.by().contains(key),
                    "Open figures can be narrowed by " + key.key() + " only where they are grouped by it.",
                    "Öppna siffror kan begränsas på " + key.key() + " bara där de är uppdelade på det.");
        }
        var from = question.periodFrom();
        require(
                from == null || from.getDayOfYear() == 1,
                "Open figures are of whole calendar years: let from be the first of January.",
                "Öppna siffror gäller hela kalenderår: låt from vara den första januari.");
        var to = question.periodTo();
        require(
                to == null || to.plusDays(1).getDayOfYear() == 1,
                "Open figures are of whole calendar years: let to be the last of December.",
                "Öppna siffror gäller hela kalenderår: låt to vara den sista december.");
    }

    /// The open answer to a question.
    ///
    /// @throws NotPublished when open figures do not answer it
    public OpenAnswer answer(Question question) {
        var asked = yearsOf(question);
        var groups = new ArrayList<OpenGroup>();
        for (int year : asked) {
            // Those waiting are the same whichever year is asked for: they are told once, or they would be hidden
            // twice.
            boolean waits = year == years().getLast() && !question.by().contains(GroupKey.YEAR);
            var published = year(year);
            for (int row : rows(published.board(), question)) {
                for (int column : columns(published.board(), question)) {
                    var key = key(published.board(), question, year, row, column);
                    if (admitted(question, key)) {
                        published.field(row, column, key, waits).ifPresent(groups::add);
                    }
                }
            }
        }
        groups.sort(Comparator.comparing(group -> String.join("\u0000", group.key())));
        return new OpenAnswer(question, groups);
    }

    private List<Integer> yearsOf(Question question) {
        check(question);
        var from = question.periodFrom();
        var to = question.periodTo();
        var all = years();
        var asked = all.stream()
                .filter(year -> (from == null || year >= from.getYear()) && (to == null || year <= to.getYear()))
                .toList();
        var last = all.isEmpty() ? "" : all.getLast().toString();
        require(
                to == null || all.isEmpty() || to.getYear() <= all.getLast(),
                "Open figures are of years that have passed: the last is " + last + ".",
                "Öppna siffror gäller år som har gått: det sista är " + last + ".");
        require(
                asked.size() <= 1 || question.by().contains(GroupKey.YEAR),
                "Open figures of several years are given year by year: group by year, or ask for one year.",
                "Öppna siffror för flera år ges år för år: dela upp på year, eller fråga om ett år.");
        return asked;
    }

    private static void require(boolean met, String english, String swedish) {
        if (!met) {
            throw new NotPublished(english, swedish);
        }
    }

    private static List<Integer> rows(Board board, Question question) {
        return question.by().contains(GroupKey.SVF) ? numbers(0, board.svfs()) : List.of(board.allSvfs());
    }

    private static List<Integer> columns(Board board, Question question) {
        if (question.by().contains(GroupKey.REGION)) {
            return numbers(0, board.regions());
        }
        return question.by().contains(GroupKey.HREGION)
                ? numbers(board.regions(), board.nation())
                : List.of(board.nation());
    }

    private static List<Integer> numbers(int from, int to) {
        var numbers = new ArrayList<Integer>();
        for (int number = from; number < to; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    private static List<String> key(Board board, Question question, int year, int row, int column) {
        var key = new ArrayList<String>();
        for (var one : question.by()) {
            key.add(
                    switch (one) {
                        case SVF -> board.svfNames().get(row);
                        case REGION -> board.regionNames().get(column);
                        case HREGION -> board.hregionNames().get(column - board.regions());
                        case YEAR -> Integer.toString(year);
                        case TREATMENT, HOME_REGION, UNIT, SEX, AGE, QUARTER, MONTH, LIMIT ->
                            throw new IllegalStateException("Nothing open is grouped by " + one);
                    });
        }
        return key;
    }

    private static boolean admitted(Question question, List<String> key) {
        return question.filters().entrySet().stream()
                .allMatch(filter ->
                        filter.getValue().contains(key.get(question.by().indexOf(filter.getKey()))));
    }
}
