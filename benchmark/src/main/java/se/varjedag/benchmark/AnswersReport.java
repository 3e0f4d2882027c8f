package se.varjedag.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured over answers, as a page for the documents.
final class AnswersReport {
    private static final double MEGABYTE = 1e6;

    private int pathways;
    private int events;
    private double columns;
    private double pathwaysMemory;
    private double allMemory;
    private double building;
    private final List<String> besides = new ArrayList<>();
    private final List<String> measures = new ArrayList<>();
    private final List<String> retraces = new ArrayList<>();
    private final List<String> walks = new ArrayList<>();
    private String importing = "";

    void size(int traced, int rows, long columnBytes) {
        pathways = traced;
        events = rows;
        columns = columnBytes / MEGABYTE;
    }

    void built(double milliseconds) {
        building = milliseconds;
    }

    void memory(long withoutFacts, long withFacts) {
        pathwaysMemory = withoutFacts / MEGABYTE;
        allMemory = withFacts / MEGABYTE;
    }

    void beside(String name, int questions, Times ours, Times theirs) {
        besides.add(String.format(
                Locale.ROOT,
                "| %s | %d | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.1f |",
                name,
                questions,
                ours.median(),
                ours.quantile(0.99),
                ours.longest(),
                theirs.median(),
                theirs.quantile(0.99),
                theirs.median() / ours.median()));
    }

    void importing(int questions, Times ours, int persons, Times imports) {
        importing = String.format(
                Locale.ROOT,
                "While another thread traced %,d persons and put them in, again and again without a pause (%d times, %.0f ms each in the middle), the same %d questions took %.1f ms in the middle and %.1f ms at the 99th of a hundred.",
                persons,
                imports.size(),
                imports.median(),
                questions,
                ours.median(),
                ours.quantile(0.99));
    }

    void measure(String measure, long waits, long bytes, double first, Times later) {
        measures.add(String.format(
                Locale.ROOT,
                "| %s | %,d | %.0f MB | %.0f ms | %.1f ms | %.1f ms |",
                measure,
                waits,
                bytes / MEGABYTE,
                first,
                later.median(),
                later.quantile(0.99)));
    }

    void walked(String what, Times times) {
        walks.add(String.format(Locale.ROOT, "| %s | %.0f ms | %.0f ms |", what, times.median(), times.longest()));
    }

    void retraced(String what, int traced, double milliseconds) {
        retraces.add(String.format(Locale.ROOT, "| %s | %,d | %.2f s |", what, traced, milliseconds / 1000));
    }

    String text() throws IOException {
        return String.format(
                Locale.ROOT,
                """
                # How fast a question is answered, beside DuckDB

                Written by `./varjedag benchmark answers`. The facts are %,d pathways traced from %,d events: a synthetic
                Sweden of eight years with imaging and pathology, repeated under other names. Every question gives days, shares
                within the limit, quantiles, mean, overtime days and those waiting per group; the time goes from the question to
                the finished lines of text.

                DuckDB holds the same facts in memory in the same process: sorted as ours, every key an ENUM, age classes,
                healthcare regions, years, quarters and months worked out beforehand, two threads. Each question is asked of
                ours and of DuckDB in turn, after one round that is not counted. In that round the two answers are compared:
                the same groups and counts, shares, means and quantiles the same double or the next (curves to 1e-9).

                | questions | how many | ours, median | 99th of 100 | longest | DuckDB, median | 99th of 100 | times faster |
                |---|---:|---:|---:|---:|---:|---:|---:|
                %s

                The questions are one for each pair of the twelve keys, by end and by start in turn; a filter lets in about
                half of the values of a pathway, region, home region, unit, treatment, sex or age.

                %s

                ## Measures between other points

                The first question about another measure lays its waits out, from every pathway; after that it is kept up.

                | measure, by region and month | waits | columns | first question | then, median | 99th of 100 |
                |---|---:|---:|---:|---:|---:|
                %s

                ## Pathway by pathway

                Steps, queues and what delays cost follow each pathway from point to point, and are not laid out in columns: the
                time grows with the number of pathways.

                | what is counted | median | longest |
                |---|---:|---:|
                %s

                ## Memory

                The columns of the facts take %.0f MB and are laid out in %.2f s. Events, pathways, findings and facts together
                take %.0f MB of memory (events, pathways and findings alone %.0f MB), persons named by 36 letters as the
                pseudonyms are. An import needs the next generation beside the one in use until it is done.

                ## Another moment

                What is not as known now costs one retrace, and is kept for the next who asks. In memory alone, without the
                reading from the database:

                | retraced | pathways | time |
                |---|---:|---:|
                %s

                %s""",
                pathways,
                events,
                String.join("\n", besides),
                importing,
                String.join("\n", measures),
                String.join("\n", walks),
                columns,
                building / 1000,
                allMemory,
                pathwaysMemory,
                String.join("\n", retraces),
                Report.machine());
    }
}
