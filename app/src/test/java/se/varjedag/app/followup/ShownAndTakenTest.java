package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.varjedag.app.followup.web.FollowUpPage;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.MenuItem;

/// What a page shows, and what is taken away from it as CSV and as XLSX, are the same numbers, on every page of
/// following up: the page rounds, the files do not.
@ExtendWith(SameEvents.Shared.class)
class ShownAndTakenTest {

    /// Every page of following up, with what is chosen for it. A page that is not here fails.
    private static final Map<String, Map<String, String>> PAGES = Map.ofEntries(
            Map.entry("/folj-upp/ledtider", Map.of()),
            Map.entry("/folj-upp/flaskhalsar", Map.of("visa", "dagar")),
            Map.entry("/folj-upp/flaskhalsar/steg", Map.of()),
            Map.entry("/folj-upp/orsaker", Map.of()),
            Map.entry("/folj-upp/jamfor", Map.of()),
            Map.entry("/folj-upp/jamfor/patologi", Map.of()),
            Map.entry("/folj-upp/jamfor/radiologi", Map.of()),
            Map.entry("/folj-upp/forandring", Map.of()),
            Map.entry("/folj-upp/flode", Map.of()),
            Map.entry("/folj-upp/tank-om", Map.of()),
            Map.entry("/folj-upp/jamlikhet", Map.of()),
            Map.entry("/folj-upp/registrering", Map.of()),
            Map.entry("/folj-upp/oppna-siffror", Map.of()),
            Map.entry("/metod/prognos", Map.of()));

    /// Where a page arranges its columns otherwise than the file: for each column of the page the one of the file, -1
    /// for a bar or a word of the page's own.
    private static final Map<String, List<Integer>> ARRANGED = Map.ofEntries(
            Map.entry("/folj-upp/jamfor/patologi#svar", List.of(0, 1, 2, 3, 4, 5, 6, 7, -1, 8, 9)),
            Map.entry("/folj-upp/jamfor/radiologi#svar", List.of(0, 1, 2, 3, 4, 5, 6, 7, -1, 8, 9)),
            Map.entry("/folj-upp/jamfor/patologi#vantar", List.of(0, 1, 2, 3, -1, 7)),
            Map.entry("/folj-upp/jamfor/radiologi#vantar", List.of(0, 1, 2, 3, -1, 7)),
            Map.entry("/folj-upp/forandring#undantrangning-var", List.of(0, 1, -1, 4, 5, -1, 8)),
            Map.entry("/folj-upp/forandring#undantrangning", List.of(0, 1, 2, 3, 6, -1, -1)),
            Map.entry("/folj-upp/registrering#avvikelser", List.of(0, -2, -1, -1)),
            Map.entry("/folj-upp/flode#varianter", List.of(0, 1, 2, -1, 3, 5, -1)),
            Map.entry("/folj-upp/tank-om#scenarier", List.of(0, -1, 4, 5, 6, 7, 10, 13, -1)));

    /// Figures whose shares, after the number of patients, stand as per cent without the sign.
    private static final Set<String> PER_CENT = Set.of("/folj-upp/registrering#matpunkter");

    /// Pages without a figure: a list of patients, for those who care for them, and a way on to the first page.
    private static final Set<String> WITHOUT_FIGURES = Set.of(
            "/folj-upp",
            "/folj-upp/flaskhalsar/patienter",
            "/folj-upp/patientoversikt",
            "/folj-upp/upplevelse",
            "/folj-upp/rehabilitering",
            "/folj-upp/palliativ",
            "/folj-upp/indikatorer",
            "/folj-upp/indikatorer/egna-siffror");

    private static final List<Choice> CHOICES = List.of(
            Choice.of("2023-01", "2023-12", Map.of()),
            Choice.of("2023-01", "2023-12", Map.of("svf", "brostcancer")),
            Choice.of("2022-07", "2023-06", Map.of("region", "14", "sex", "F", "limit", "28")),
            Choice.of("2023-01", "2023-06", Map.of("countBy", "start", "asOf", "2023-10-15", "by", "hregion")));

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private static final Pattern IN_SENTENCE = Pattern.compile("([\\d\u00a0,]+) (?:och|dagar).*");

    private final SameEvents events;

    ShownAndTakenTest(SameEvents events) {
        this.events = events;
    }

    @Test
    void no_page_of_following_up_is_left_out() {
        var pages = new TreeSet<String>();
        events.installation().beans(FollowUpPage.class).forEach(page -> pages.add(page.path()));
        events.installation().beans(MenuItem.class).stream()
                .filter(item -> item.under().equals("/folj-upp"))
                .forEach(item -> pages.add(item.path()));
        events.installation().beans(RequestMappingHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .filter(path -> path.startsWith("/folj-upp") || path.startsWith("/metod/prognos"))
                .filter(path -> !path.contains("{"))
                .forEach(pages::add);
        pages.removeAll(WITHOUT_FIGURES);

        assertThat(PAGES.keySet()).isEqualTo(pages);
    }

    @Test
    void every_figure_is_taken_away_as_it_is_shown() throws Exception {
        OnlyWhenReady.prognosis(events);
        var differing = new ArrayList<String>();
        var compared = new TreeMap<String, Long>();
        for (var choice : CHOICES) {
            for (var page : PAGES.entrySet()) {
                var figures = ShownFigure.in(events.page(choice.at(page.getKey(), page.getValue())));
                assertThat(figures)
                        .as(page.getKey())
                        .anyMatch(figure -> !figure.files().isEmpty());
                for (var figure : figures) {
                    if (!figure.files().isEmpty()) {
                        var where = page.getKey() + "#" + figure.id();
                        compared.merge(where, same(where, choice, figure, differing), Long::sum);
                    }
                }
            }
        }

        assertThat(differing).isEmpty();
        // In so small a country no quarter has enough patients in enough regions for their range.
        compared.remove("/folj-upp/jamlikhet#spann");
        assertThat(compared)
                .hasSizeGreaterThan(30)
                .allSatisfy((where, numbers) ->
                        assertThat(numbers).as("numbers compared in " + where).isPositive());
    }

    /// Holds what is shown beside what is taken.
    ///
    /// @return how many numbers were compared
    private long same(String where, Choice choice, ShownFigure figure, List<String> differing) throws Exception {
        var csv = Lines.ofCsv(new String(events.file(figure.files().get("csv")), StandardCharsets.UTF_8));
        var xlsx = ShownFigure.ofXlsx(events.file(figure.files().get("xlsx")));
        assertThat(xlsx.heads()).as(where).isEqualTo(csv.heads());
        assertThat(xlsx.rows()).as(where).hasSameSizeAs(csv.rows());
        for (int row = 0; row < csv.rows().size(); row++) {
            for (int column = 0; column < csv.heads().size(); column++) {
                var plain = csv.rows().get(row).get(column);
                var cell = xlsx.rows().get(row).get(column);
                boolean alike = plain.equals(cell)
                        || (NUMBER.matcher(plain).matches() && Double.parseDouble(plain) == Double.parseDouble(cell));
                if (!alike) {
                    differing.add(where + " " + choice + ": CSV " + plain + ", XLSX " + cell);
                }
            }
        }
        long compared = 0;
        for (var table : figure.tables()) {
            compared += same(where, choice, table, csv, differing);
        }
        return compared;
    }

    private static long same(String where, Choice choice, Lines shown, Lines file, List<String> differing) {
        var columns = columns(where, shown.heads(), file.heads());
        long compared = 0;
        for (var row : shown.rows()) {
            var taken = taken(row, file.rows());
            for (int column = 1; taken.isPresent() && column < Math.min(row.size(), columns.size()); column++) {
                int there = columns.get(column);
                if (there >= 0) {
                    var plain = taken.get().get(there);
                    compared += NUMBER.matcher(plain).matches() ? 1 : 0;
                    if (!alike(row.get(column), plain, column > 1 && PER_CENT.contains(where))) {
                        differing.add(where + " " + choice + ", " + row.getFirst() + ", "
                                + file.heads().get(there) + ": shown " + row.get(column) + ", taken " + plain);
                    }
                }
            }
        }
        return compared;
    }

    /// For each column that is shown the one of the file with the same head; -1 where there is none, or several.
    private static List<Integer> columns(String where, List<String> shown, List<String> file) {
        var arranged = ARRANGED.get(where);
        if (arranged != null) {
            // -2 is the last column of a file that has as many as there are months.
            return arranged.stream()
                    .map(column -> column == -2 ? file.size() - 1 : column)
                    .toList();
        }
        return shown.stream()
                .map(head -> once(head, shown) && once(head, file) ? file.indexOf(head) : -1)
                .toList();
    }

    private static boolean once(String head, List<String> heads) {
        return !head.isEmpty() && heads.contains(head) && heads.indexOf(head) == heads.lastIndexOf(head);
    }

    /// The row of the file that has the name of a row that is shown, or the two names where one is not enough.
    private static Optional<List<String>> taken(List<String> shown, List<List<String>> file) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        var named = file.stream()
                .filter(row -> row.getFirst().equals(shown.getFirst()))
                .toList();
        if (named.size() > 1 && shown.size() > 1) {
            named = named.stream()
                    .filter(row -> row.get(1).equals(shown.get(1)))
                    .toList();
        }
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /// Whether what is shown is this value, rounded as far as it is shown; a zero may be left out.
    private static boolean alike(String shown, String plain, boolean perCent) {
        if (!NUMBER.matcher(plain).matches()) {
            return plain.isEmpty() ? shown.chars().noneMatch(Character::isDigit) : shown.equals(plain);
        }
        if (shown.isEmpty() || shown.equals(Formats.NONE)) {
            return plain.equals("0");
        }
        // What stands in a sentence begins with its number.
        var sentence = IN_SENTENCE.matcher(shown);
        if (sentence.matches()) {
            return alike(sentence.group(1), plain, perCent);
        }
        boolean hundred = perCent || shown.endsWith("%") || shown.endsWith("procentenheter");
        var number = shown.replaceAll("[\\u00a0\\u202f\\s%]|procentenheter", "")
                .replace('\u2212', '-')
                .replace(',', '.');
        if (!NUMBER.matcher(number).matches()) {
            return false;
        }
        int decimals = number.contains(".") ? number.length() - number.indexOf('.') - 1 : 0;
        double value = Double.parseDouble(plain) * (hundred ? 100 : 1);
        return Math.abs(Double.parseDouble(number) - value) <= 0.5 * Math.pow(10, -decimals) + 1e-9;
    }
}
