package se.varjedag.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a backup holds: which version of the tables, of whose key, and of each table its columns, rows and checksum.
///
/// It is written last: a backup without it was never finished.
record Manifest(Instant made, String schemaVersion, String keyFingerprint, List<Table> tables) {
    static final String FILE = "manifest.txt";
    private static final String FORMAT = "varjedag-backup 1";
    private static final int HEADER = 4;
    private static final int FIELDS = 4;

    /// One table: its file is `<name>.copy.gz`.
    record Table(String name, List<String> columns, long rows, String sha256) {
        Path file(Path folder) {
            return folder.resolve(name + ".copy.gz");
        }

        String columnList() {
            return String.join(", ", columns);
        }
    }

    Manifest {
        tables = List.copyOf(tables);
    }

    void write(Path folder) throws IOException {
        var lines =
                new ArrayList<>(List.of(FORMAT, "made " + made, "schema " + schemaVersion, "key " + keyFingerprint));
        tables.forEach(t -> lines.add(
                String.join("\t", t.name(), String.join(",", t.columns()), String.valueOf(t.rows()), t.sha256())));
        Home.writePrivately(folder.resolve(FILE), String.join("\n", lines) + "\n");
    }

    static Manifest read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw new CannotStart("%s is not a finished backup: it has no %s.".formatted(folder, FILE));
        }
        var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < HEADER || !lines.getFirst().equals(FORMAT)) {
            throw new CannotStart("%s was not made by this program, or by a later version of it.".formatted(folder));
        }
        var tables = new ArrayList<Table>();
        for (var line : lines.subList(HEADER, lines.size())) {
            var fields = line.split("\t", -1);
            if (fields.length != FIELDS) {
                throw new CannotStart("The manifest of %s is damaged.".formatted(folder));
            }
            tables.add(new Table(fields[0], Arrays.asList(fields[1].split(",")), Long.parseLong(fields[2]), fields[3]));
        }
        return new Manifest(
                Instant.parse(lines.get(1).substring("made ".length())),
                lines.get(2).substring("schema ".length()),
                lines.get(3).substring("key ".length()),
                tables);
    }
}
