package se.varjedag.app.followup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.web.Page;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.chart.Charts;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.nation.Nation;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.Tracer;

class PagesTest {

    private static final Basis BASIS = SmallNation.basis();
    private static final Charts CHARTS = Charts.without();
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "se.varjedag.views");

    @Test
    void the_steps_add_up_to_the_overtime_days_of_the_month() {
        var page = laget(Map.of(), Language.SV);
        var steps = page.steps().figure().data().rows();
        double sum = steps.stream().mapToDouble(row -> amount(row.getLast())).sum();

        assertThat(sum)
                .isEqualTo(
                        amount(page.overtime().figure().data().rows().getFirst().get(1)));
        assertThat(page.steps().sums().getLast().days())
                .isEqualTo(page.overtime().number());
    }

    @Test
    void a_first_month_after_the_last_is_moved_and_the_page_says_so() {
        var given = Map.of("from", "2024-05", "to", "2024-03");

        assertThat(form(given).moved())
                .isEqualTo(
                        "Den första månaden som valdes, maj 2024, ligger efter den sista, mars 2024. Därför visas bara mars 2024.");
        assertThat(form(Map.of("from", "2024-03", "to", "2024-03")).moved()).isEmpty();
    }

    private static SelectionForm form(Map<String, String> given) {
        var selection = Selection.read(given, BASIS, List.of());
        return SelectionForm.ofFollowUp(new Reading(BASIS, selection, Texts.in(Language.SV), CHARTS, "/x"), List.of());
    }

    @Test
    void the_nation_stands_among_the_regions_and_is_their_sum() {
        var rows = laget(Map.of(), Language.SV).regions().figure().data().rows();
        double all = 0;
        double nation = 0;
        for (var row : rows) {
            if (row.getFirst().equals(Cell.of("Riket"))) {
                nation = amount(row.get(1));
            } else {
                all += amount(row.get(1));
            }
        }
        assertThat(nation).isPositive().isEqualTo(all);
    }

    @Test
    void those_waiting_fall_into_bands_that_add_up_to_all_of_them() {
        var counts = WaitingView.count(BASIS.traced(), Selection.read(Map.of(), BASIS));
        var asked = BASIS.answer(Selection.read(Map.of(), BASIS)
                        .everyRegion(Selection.lastFullMonth(BASIS.asOf()), Selection.lastFullMonth(BASIS.asOf()))
                        .build())
                .total()
                .orElseThrow();

        assertThat(counts.total()).isEqualTo(asked.waiting());
        assertThat(counts.stale()).isEqualTo(asked.waitingStale());
        assertThat(counts.overtimeDays()).isEqualTo(asked.waitingOvertimeDays().orElse(0));
    }

    @Test
    void the_rungs_of_the_ladder_add_up_to_the_mean_time() {
        var page = pathway("prostatacancer", Language.SV);
        double days = 0;
        for (var row : page.ladder().figure().data().rows()) {
            days += row.get(2) instanceof Cell.Amount(var value, var _) ? value : 0;
        }
        var treated = Treated.of(reading(Map.of(), Language.SV, "/x"), "prostatacancer");
        var mean = treated.all().stream().mapToInt(Treated.One::days).average().orElseThrow();

        assertThat(days).isCloseTo(mean, offset(1e-9));
    }

    @Test
    void every_page_is_finished_words_without_styles_in_both_languages() {
        for (var language : Language.values()) {
            var html = render("followup/laget.jte", Map.of("laget", laget(Map.of(), language)), language)
                    + render("followup/pathway.jte", Map.of("pathway", pathway("hudmelanom", language)), language)
                    + render(
                            "followup/pathways.jte",
                            Map.of("index", PathwayIndexPage.of(reading(Map.of(), language, "/vardforlopp"))),
                            language);
            assertThat(html).doesNotContain(" style=").doesNotContain("<style");
            assertThat(html).doesNotContain("{0}").doesNotContain("NaN").doesNotContain("null\"");
        }
    }

    @Test
    void a_page_says_that_data_are_simulated() {
        var html = render("followup/laget.jte", Map.of("laget", laget(Map.of(), Language.SV)), Language.SV);

        assertThat(html).contains("Simulerade data");
    }

    @Test
    void without_expected_cases_the_basis_is_missing_and_never_zero() {
        var bare = TracedBasis.of(BASIS.traced(), Optional.empty(), BASIS.asOf(), SmallNation.KNOWN_AT);
        var reading = new Reading(bare, Selection.read(Map.of(), bare), Texts.in(Language.SV), CHARTS, "/laget");

        assertThat(LagetPage.of(reading).pair().gauges().getLast().number()).isEqualTo("underlag saknas");
    }

    @Test
    void before_any_data_a_pathway_still_tells_what_holds_for_it() {
        var nobody = new Tracer(Nation.definitions())
                .trace(Timelines.of(EventColumns.builder().build(), null, null));
        var empty = TracedBasis.of(nobody, Optional.empty(), LocalDate.of(2026, 11, 21), SmallNation.KNOWN_AT);
        var reading = new Reading(
                empty, Selection.read(Map.of(), empty), Texts.in(Language.SV), CHARTS, "/vardforlopp/hudmelanom");
        var page = PathwayPage.of(reading, "hudmelanom");

        assertThat(page.rules().codes()).isNotEmpty();
        assertThat(render("followup/pathway.jte", Map.of("pathway", page), Language.SV))
                .contains("Ingen startade behandling")
                .contains("Inga händelser är inlästa ännu");
        assertThat(page.keys().getFirst().number()).isEqualTo("–");
        assertThat(LagetPage.of(reading).pair().gauges().getFirst().number()).isEqualTo("–");
        assertThat(PathwayIndexPage.of(reading).rows()).hasSize(30);
    }

    @Test
    void a_selection_is_told_in_words() {
        var words = laget(Map.of("region", "12", "svf", "prostatacancer"), Language.SV)
                .form()
                .words()
                .plain();

        assertThat(words)
                .contains("Prostatacancer")
                .contains("Skåne")
                .contains("räknat på slutdatum")
                .contains("händelser till 2026-11-20")
                .contains("som känt 2026-11-21");
    }

    @Test
    void the_large_number_says_whom_it_leaves_out_and_how_many_days_they_have() {
        var days = WaitingView.count(BASIS.traced(), Selection.read(Map.of(), BASIS))
                .overtimeDays();

        assertThat(laget(Map.of(), Language.SV).overtime().explained())
                .contains("för dem som startade behandling")
                .contains(
                        "i dag har de redan " + Texts.in(Language.SV).formats().whole(days));
    }

    @Test
    void a_moment_of_knowledge_is_asked_for_in_local_time_or_as_an_instant() {
        var moment = Optional.of(Instant.parse("2026-11-21T13:05:00Z"));

        assertThat(Selection.knownAt(Map.of("knownAt", "2026-11-21T14:05"))).isEqualTo(moment);
        assertThat(Selection.knownAt(Map.of("knownAt", "2026-11-21T13:05:00Z"))).isEqualTo(moment);
        assertThat(Selection.knownAt(Map.of("knownAt", " "))).isEmpty();
        for (var noMoment : List.of("today", "2026-11-21", "2026-02-30T10:00", "+1000000-01-01T00:00:00Z")) {
            assertThatThrownBy(() -> Selection.knownAt(Map.of("knownAt", noMoment)))
                    .isInstanceOf(ResponseStatusException.class);
        }
    }

    @Test
    void a_chosen_moment_of_knowledge_is_told_to_the_minute_and_goes_along_in_links() {
        var form = laget(Map.of("knownAt", "2026-11-21T14:05"), Language.SV).form();

        assertThat(form.words().plain()).contains("som känt 2026-11-21\u00a014.05");
        assertThat(form.knownAt()).isEqualTo("2026-11-21T14:05:00");
        assertThat(Selection.read(Map.of("knownAt", "2026-11-21T14:05"), BASIS).query())
                .isEqualTo("?knownAt=2026-11-21T14%3A05");
    }

    @Test
    void a_code_that_counts_in_this_pathway_says_so() {
        var codes = pathway("hudmelanom", Language.SV).rules().codes();

        assertThat(codes)
                .filteredOn(row -> row.code().equals("VE073"))
                .singleElement()
                .satisfies(row -> assertThat(row.does()).isEqualTo("stannar klockan: räknas"));
        assertThat(codes)
                .filteredOn(row -> row.code().equals("VE076"))
                .singleElement()
                .satisfies(row -> assertThat(row.does()).isEqualTo("avslutar vårdförloppet"));
    }

    @Test
    void an_assumption_is_told_as_a_source_in_the_readers_language() {
        assertThat(pathway("hudmelanom", Language.EN).rules().sources())
                .extracting(RulesView.Link::text)
                .contains("assumed for the simulation")
                .noneMatch(text -> text.startsWith("antagen"));
    }

    @Test
    void a_selection_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> Selection.read(Map.of("region", "99"), BASIS))
                .isInstanceOf(ResponseStatusException.class);
        assertThatThrownBy(() -> Selection.read(Map.of("to", "2026-13"), BASIS))
                .isInstanceOf(ResponseStatusException.class);
        for (var noDay : List.of("2023-02-30", "+999999999-12-31", "-999999999-01-01")) {
            assertThatThrownBy(() -> Selection.asOf(Map.of("asOf", noDay))).isInstanceOf(ResponseStatusException.class);
        }
    }

    @Test
    void the_last_full_month_is_the_one_of_which_every_day_has_passed() {
        assertThat(Selection.lastFullMonth(LocalDate.of(2026, 10, 31))).hasToString("2026-10");
        assertThat(Selection.lastFullMonth(LocalDate.of(2026, 11, 20))).hasToString("2026-10");
    }

    private static LagetPage laget(Map<String, String> parameters, Language language) {
        return LagetPage.of(reading(parameters, language, "/laget"));
    }

    private static PathwayPage pathway(String id, Language language) {
        return PathwayPage.of(reading(Map.of(), language, "/vardforlopp/" + id), id);
    }

    private static Reading reading(Map<String, String> parameters, Language language, String folder) {
        return new Reading(BASIS, Selection.read(parameters, BASIS), Texts.in(language), CHARTS, folder);
    }

    private static double amount(Cell cell) {
        return cell instanceof Cell.Amount(var value, var _) ? value : Double.NaN;
    }

    private static String render(String template, Map<String, Object> content, Language language) {
        var page = new Page(
                "Titel",
                Texts.in(language),
                List.of(),
                List.of(),
                "Roll",
                "Namn",
                List.of(),
                "i dag",
                List.of(),
                true,
                "/laget",
                "_csrf",
                "x",
                List.of());
        var all = new HashMap<>(content);
        all.put("page", page);
        var html = new StringOutput();
        TEMPLATES.render(template, all, html);
        return html.toString();
    }

    @Test
    void every_table_has_a_cell_for_each_column() {
        for (var figure : laget(Map.of(), Language.EN).figures()) {
            DataTable data = figure.data();
            assertThat(data.rows())
                    .as(figure.id())
                    .allSatisfy(row -> assertThat(row).hasSameSizeAs(data.columns()));
        }
        for (var figure : pathway("tjock-och-andtarmscancer", Language.EN).figures()) {
            DataTable data = figure.data();
            assertThat(data.rows())
                    .as(figure.id())
                    .allSatisfy(row -> assertThat(row).hasSameSizeAs(data.columns()));
        }
    }
}
