package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.varjedag.pathway.definition.Words;

/// Reads `expected.csv`: a first line that names the columns `svf,home_region,year,cases` in any order and
/// case, then one line per expectation, separated by comma, semicolon or tab.
///
/// A line that cannot be used is kept with its reason; the other lines are used. A county code that lost its
/// first zero on the way through a spreadsheet gets it back.
public final class ExpectedCasesFile {

    /// A line that was not used, and why.
    ///
    /// @param line its number, the first line of the file being 1
    public record Rejection(int line, String column, String value, Words reason) {}

    /// What a file gave.
    public record Reading(ExpectedCases cases, List<Rejection> rejections) {
        public Reading {
            rejections = List.copyOf(rejections);
        }
    }

    private static final List<String> COLUMNS = List.of("svf", "home_region", "year", "cases");

    private final List<ExpectedCases.Row> rows = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final HashSet<List<Object>> seen = new HashSet<>();
    private final Map<String, Integer> places = new HashMap<>();
    private char separator = ',';

    private ExpectedCasesFile() {}

    /// Reads the lines of a file.
    public static Reading read(List<String> lines) {
        var file = new ExpectedCasesFile();
        if (file.readColumns(lines)) {
            for (int i = 1; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    file.readRow(i + 1, file.cells(lines.get(i)));
                }
            }
        }
        return new Reading(ExpectedCases.of(file.rows), file.rejections);
    }

    private boolean readColumns(List<String> lines) {
        var first = lines.isEmpty() ? "" : lines.getFirst().replace("\uFEFF", "");
        separator = first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
        var names = cells(first.toLowerCase(Locale.ROOT));
        for (int i = 0; i < names.length; i++) {
            places.put(names[i], i);
        }
        for (var column : COLUMNS) {
            if (!places.containsKey(column)) {
                reject(
                        1,
                        column,
                        first,
                        "Första raden saknar kolumnen %s. Den ska heta svf,home_region,year,cases.".formatted(column),
                        "The first line lacks the column %s. It should read svf,home_region,year,cases."
                                .formatted(column));
            }
        }
        return rejections.isEmpty();
    }

    private void readRow(int line, String[] cells) {
        int before = rejections.size();
        var svf = cell(cells, "svf");
        var region = region(cell(cells, "home_region"));
        var year = cell(cells, "year");
        var cases = cell(cells, "cases");
        if (svf.isEmpty()) {
            reject(
                    line,
                    "svf",
                    svf,
                    "Ange förloppets id, till exempel lungcancer.",
                    "Give the pathway's id, for example lungcancer.");
        }
        if (!year.matches("\\d{4}")) {
            reject(line, "year", year, "Skriv året med fyra siffror.", "Write the year with four digits.");
        }
        if (!cases.matches("\\d{1,9}([.,]\\d{1,9})?")) {
            reject(
                    line,
                    "cases",
                    cases,
                    "Skriv antalet fall som ett tal från 0 och uppåt.",
                    "Write the cases as a number from 0 up.");
        }
        if (rejections.size() > before) {
            return;
        }
        if (!seen.add(List.of(svf, region, year))) {
            reject(
                    line,
                    "svf",
                    svf,
                    "Samma förlopp, region och år finns redan på en tidigare rad.",
                    "An earlier line is about the same pathway, region and year.");
            return;
        }
        rows.add(new ExpectedCases.Row(
                svf, region, Integer.parseInt(year), Double.parseDouble(cases.replace(',', '.'))));
    }

    private void reject(int line, String column, String value, String swedish, String english) {
        rejections.add(new Rejection(line, column, value, new Words(swedish, english)));
    }

    private String cell(String[] cells, String column) {
        int place = places.getOrDefault(column, 0);
        return place < cells.length ? cells[place] : "";
    }

    private String[] cells(String line) {
        var cells = line.split(String.valueOf(separator), -1);
        for (int i = 0; i < cells.length; i++) {
            var cell = cells[i].strip();
            boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
            cells[i] = quoted ? cell.substring(1, cell.length() - 1) : cell;
        }
        return cells;
    }

    private static String region(String text) {
        return text.length() == 1 && Character.isDigit(text.charAt(0)) ? "0" + text : text;
    }
}
