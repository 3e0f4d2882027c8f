package se.varjedag.app.followup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// A figure as a page shows it: its tables in words, and where its files lie.
///
/// @param files the addresses by kind: csv, xlsx, svg
record ShownFigure(String id, List<Lines> tables, Map<String, String> files) {
    private static final Pattern FIGURE =
            Pattern.compile("<figure class=\"figure\" id=\"([^\"]+)\"(.*?)</figure>", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("<table.*?</table>", Pattern.DOTALL);
    private static final Pattern HEAD = Pattern.compile("<thead.*?</thead>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr.*?</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[hd]([^>]*)>(.*?)</t[hd]>", Pattern.DOTALL);
    private static final Pattern WIDE = Pattern.compile("colspan=\"(\\d+)\"");
    private static final Pattern FILE = Pattern.compile("href=\"([^\"]+\\.(csv|xlsx|svg)(?:\\?[^\"]*)?)\"");

    /// Drawings, and what stands small below a number.
    private static final Pattern BESIDE = Pattern.compile("<(svg|small).*?</\\1>", Pattern.DOTALL);

    private static final Pattern LETTER = Pattern.compile("&#x([0-9a-fA-F]+);");
    private static final Pattern SHARED = Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL);
    private static final Pattern IN_SHEET =
            Pattern.compile("<c r=\"([A-Z]+)(\\d+)\"([^>]*)>(?:<v>([^<]*)</v>)?", Pattern.DOTALL);

    static List<ShownFigure> in(String page) {
        var figures = new ArrayList<ShownFigure>();
        var found = FIGURE.matcher(page);
        while (found.find()) {
            var inside = found.group(2);
            var tables = new ArrayList<Lines>();
            TABLE.matcher(inside).results().forEach(table -> tables.add(table(table.group())));
            var files = new LinkedHashMap<String, String>();
            FILE.matcher(inside)
                    .results()
                    .forEach(file ->
                            files.putIfAbsent(file.group(2), file.group(1).replace("&amp;", "&")));
            figures.add(new ShownFigure(found.group(1), tables, files));
        }
        return figures;
    }

    private static Lines table(String html) {
        var head =
                HEAD.matcher(html).results().findFirst().map(one -> one.group()).orElse("");
        var heads = ROW.matcher(head)
                .results()
                .map(row -> cells(row.group()))
                .reduce((_, last) -> last)
                .orElse(List.of());
        var rows = ROW.matcher(html.replace(head, ""))
                .results()
                .map(row -> cells(row.group()))
                .toList();
        return new Lines(heads, rows);
    }

    private static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        CELL.matcher(row).results().forEach(cell -> {
            cells.add(words(cell.group(2)));
            var wide = WIDE.matcher(cell.group(1));
            int columns = wide.find() ? Integer.parseInt(wide.group(1)) : 1;
            for (int i = 1; i < columns; i++) {
                cells.add("");
            }
        });
        return cells;
    }

    private static String words(String html) {
        var plain = BESIDE.matcher(html).replaceAll("").replaceAll("<[^>]*>", " ");
        return LETTER.matcher(plain)
                .replaceAll(letter -> Character.toString(Integer.parseInt(letter.group(1), 16)))
                .replace("&shy;", "")
                .replace("\u00ad", "")
                .replace("&nbsp;", "\u00a0")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip()
                .replaceAll("\\s+", " ");
    }

    /// What a workbook holds, as many cells in each row as it has heads; numbers as they are written in it.
    static Lines ofXlsx(byte[] workbook) throws IOException {
        var parts = new HashMap<String, String>();
        // A workbook is written as it is sent, so its directory stands last: it is read as a file.
        var file = Files.createTempFile("taken", ".xlsx");
        Files.write(file, workbook);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        var texts = SHARED.matcher(parts.getOrDefault("xl/sharedStrings.xml", ""))
                .results()
                .map(one -> words(one.group(1)))
                .toList();
        var rows = new ArrayList<List<String>>();
        var cell = IN_SHEET.matcher(parts.getOrDefault("xl/worksheets/sheet1.xml", ""));
        while (cell.find()) {
            int line = Integer.parseInt(cell.group(2));
            while (rows.size() < line) {
                rows.add(new ArrayList<>());
            }
            var row = rows.get(line - 1);
            int column = 0;
            for (char letter : cell.group(1).toCharArray()) {
                column = 26 * column + (letter - 'A' + 1);
            }
            while (row.size() < column - 1) {
                row.add("");
            }
            var value = cell.group(4) == null ? "" : cell.group(4);
            row.add(cell.group(3).contains("t=\"s\"") ? texts.get(Integer.parseInt(value)) : value);
        }
        rows.forEach(row -> {
            while (row.size() < rows.getFirst().size()) {
                row.add("");
            }
        });
        return new Lines(rows.getFirst(), rows.subList(1, rows.size()));
    }
}
