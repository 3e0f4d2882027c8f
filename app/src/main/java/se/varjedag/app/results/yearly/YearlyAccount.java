package se.varjedag.app.results.yearly;

import java.util.List;

/// The yearly account of a healthcare region in words, put together once for page, DOCX and PDF: they cannot differ.
///
/// @param region the name of the healthcare region
/// @param basis  the issues that it is put together of, and what of the year none of them tells
public record YearlyAccount(String title, String region, int year, List<String> basis, List<Section> sections) {
    public YearlyAccount {
        basis = List.copyOf(basis);
        sections = List.copyOf(sections);
    }

    /// One question.
    ///
    /// @param id     in addresses
    /// @param words  what is to be known before the tables are read
    /// @param said   what those who answer for the figures say
    public record Section(String id, String question, List<String> words, List<Table> tables, List<Said> said) {
        public Section {
            words = List.copyOf(words);
            tables = List.copyOf(tables);
            said = List.copyOf(said);
        }
    }

    /// A table whose rows begin with what they are about.
    ///
    /// @param numbers whether the other columns are numbers
    public record Table(String name, List<String> heads, List<Row> rows, boolean numbers) {
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /// A row.
    ///
    /// @param cells the first says what it is about
    public record Row(List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// What somebody says of something.
    public record Said(String of, String words, String doing) {}
}
