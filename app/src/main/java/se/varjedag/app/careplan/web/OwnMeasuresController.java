package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.careplan.Contacts;
import se.varjedag.app.careplan.Followed;
import se.varjedag.app.careplan.HomeMeasure;
import se.varjedag.app.careplan.HomeMeasures;
import se.varjedag.app.careplan.Measured;
import se.varjedag.app.careplan.Measured.Entry;
import se.varjedag.app.careplan.Measured.Writes;
import se.varjedag.app.careplan.Reached;
import se.varjedag.app.careplan.Way;
import se.varjedag.app.careplan.Ways;
import se.varjedag.app.careplan.web.MeasurePage.Field;
import se.varjedag.app.careplan.web.MeasurePage.Form;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// What the patient measures at home: she writes it down, corrects it and takes it back. A number that is unusual is
/// asked about once, to catch a slip of the finger; nothing is said of her health.
@Controller
@Allowed(Permission.OWN_DATA)
class OwnMeasuresController {
    private static final String PATH = CarePlanController.PATH + "/matt";
    private static final Set<String> SAID = Set.of("ja", "bort", "andrad");
    private static final int YEARS = 5;
    private static final int LONGEST = 200;

    private final HomeMeasures measures;
    private final Measured measured;
    private final Followed followed;
    private final Ways ways;
    private final Contacts contacts;
    private final Reached reached;
    private final OwnDoings doings;
    private final Units units;
    private final SignedIn signedIn;
    private final Frame frame;

    OwnMeasuresController(
            HomeMeasures measures,
            Measured measured,
            Followed followed,
            Ways ways,
            Contacts contacts,
            Reached reached,
            OwnDoings doings,
            Units units,
            SignedIn signedIn,
            Frame frame) {
        this.measures = measures;
        this.measured = measured;
        this.followed = followed;
        this.ways = ways;
        this.contacts = contacts;
        this.reached = reached;
        this.doings = doings;
        this.units = units;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    /// What was sent.
    private record Typed(
            String day, List<String> numbers, String note, String entry, String version, String confirmed) {}

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "matt", defaultValue = "") String code,
            @RequestParam(name = "ratta", defaultValue = "") String entry,
            @RequestParam(name = "sparat", defaultValue = "") String saved,
            @RequestParam(name = "alla", defaultValue = "") String every,
            HttpServletRequest request,
            Model model) {
        var person = signedIn.patient();
        var words = Plain.of(frame.texts(request), request);
        var way = way(person, "GET " + PATH, request);
        if (way.isEmpty()) {
            model.addAttribute("words", words);
            model.addAttribute("page", frame.page(request, words.t("mvp.title")));
            return "careplan/none";
        }
        var all = measured.of(person);
        var old = Given.uuid(entry)
                .flatMap(id -> all.stream()
                        .filter(one ->
                                one.now().entry().equals(id) && !one.now().gone())
                        .findFirst());
        var measure = old.flatMap(one -> measures.of(one.now().measure())).orElseGet(() -> chosen(code, person, all));
        model.addAttribute("saved", SAID.contains(saved) ? saved : "");
        show(model, request, way.get(), measure, form(measure, old, words), every.equals("ja"));
        return "careplan/measures";
    }

    @PostMapping(PATH)
    String write(
            @RequestParam(name = "matt", defaultValue = "") String code,
            @RequestParam(name = "dag", defaultValue = "") String day,
            @RequestParam(name = "tal", defaultValue = "") String first,
            @RequestParam(name = "tal2", defaultValue = "") String second,
            @RequestParam(name = "text", defaultValue = "") String note,
            @RequestParam(name = "post", defaultValue = "") String entry,
            @RequestParam(name = "version", defaultValue = "") String version,
            @RequestParam(name = "stammer", defaultValue = "") String confirmed,
            HttpServletRequest request,
            Model model) {
        var person = signedIn.patient();
        var way = way(person, "POST " + PATH, request).orElseThrow(Given::notFound);
        var measure = measures.of(code).orElseThrow(Given::wrong);
        var numbers = measure.parts().size() > 1 ? List.of(first, second) : List.of(first);
        var typed = new Typed(day, numbers, StoredText.of(note, LONGEST), entry, version, confirmed);
        var words = Plain.of(frame.texts(request), request);
        var read = read(measure, typed);
        var form = checked(measure, typed, read, last(person, measure, entry), words);
        if (!form.trouble().isEmpty() || !form.asks().isEmpty()) {
            model.addAttribute("saved", "");
            show(model, request, way, measure, form, false);
            return "careplan/measures";
        }
        doings.changed("measure", "POST " + PATH, person, request);
        var writes = new Writes(measure, Given.day(day).orElseThrow(), read, typed.note());
        if (entry.isEmpty()) {
            measured.add(person, unit(person, measure, way), writes);
        } else {
            int seen = version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
            switch (measured.correct(person, Given.id(entry), seen, writes)) {
                case UNKNOWN -> throw Given.notFound();
                case GONE -> {
                    return "redirect:" + PATH + "?matt=" + measure.code() + "&sparat=andrad";
                }
                case OUTDATED -> {
                    model.addAttribute("saved", "");
                    var now = measured.of(person).stream()
                            .filter(one -> one.now().entry().toString().equals(entry))
                            .findFirst();
                    var said = new MeasureWords(measure, words);
                    var stands = now.map(one -> said.value(one.now().numbers())).orElse("");
                    var latest = now.map(one -> one.now().version()).orElse(seen);
                    var again = new Typed(day, numbers, typed.note(), entry, String.valueOf(latest), "");
                    var trouble = words.t("mvp.measure.outdated", stands);
                    show(model, request, way, measure, form(measure, again, words, trouble, ""), false);
                    return "careplan/measures";
                }
                case KEPT -> {}
            }
        }
        return "redirect:" + PATH + "?matt=" + measure.code() + "&sparat=ja";
    }

    @PostMapping(PATH + "/bort")
    String takeBack(
            @RequestParam(name = "matt", defaultValue = "") String code,
            @RequestParam(name = "post", defaultValue = "") String entry,
            HttpServletRequest request) {
        var person = signedIn.patient();
        var measure = measures.of(code).orElseThrow(Given::notFound);
        doings.changed("measure", "POST " + PATH + "/bort", person, request);
        if (!measured.takeBack(person, Given.id(entry), measure)) {
            throw Given.notFound();
        }
        return "redirect:" + PATH + "?matt=" + measure.code() + "&sparat=bort";
    }

    /// The unit that asked her to follow it, otherwise the one that she turns to.
    private String unit(UUID person, HomeMeasure measure, Way way) {
        return followed.of(person).stream()
                .filter(one -> one.measure().equals(measure.code()))
                .map(Followed.Follow::unit)
                .findFirst()
                .orElseGet(() -> contacts.of(way).unit());
    }

    /// What she chose, otherwise what she has been asked for, otherwise what she measured last.
    private HomeMeasure chosen(String code, UUID person, List<Entry> all) {
        return measures.of(code)
                .or(() -> followed.of(person).stream()
                        .flatMap(one -> measures.of(one.measure()).stream())
                        .findFirst())
                .or(() -> all.stream()
                        .flatMap(one -> measures.of(one.now().measure()).stream())
                        .findFirst())
                .orElse(measures.all().getFirst());
    }

    private Form form(HomeMeasure measure, Optional<Entry> old, Plain words) {
        var said = new MeasureWords(measure, words);
        return form(
                measure,
                new Typed(
                        old.map(one -> one.now().day()).orElse(frame.today()).toString(),
                        old.map(one -> one.now().numbers().stream()
                                        .map(said::typed)
                                        .toList())
                                .orElse(List.of()),
                        old.map(one -> one.now().words()).orElse(""),
                        old.map(one -> one.now().entry().toString()).orElse(""),
                        old.map(one -> String.valueOf(one.now().version())).orElse(""),
                        ""),
                words,
                "",
                "");
    }

    private static Form form(HomeMeasure measure, Typed typed, Plain words, String trouble, String asks) {
        var fields = new ArrayList<Field>();
        for (int at = 0; at < measure.parts().size(); at++) {
            fields.add(new Field(
                    measure.parts().get(at).name().in(LetterText.of(words)),
                    at < typed.numbers().size() ? typed.numbers().get(at) : ""));
        }
        return new Form(
                typed.entry(),
                typed.version(),
                typed.day(),
                fields,
                typed.note(),
                trouble,
                asks,
                String.join(" ", typed.numbers()).strip());
    }

    /// The numbers that were typed; none where one of them is no number.
    private static List<Double> read(HomeMeasure measure, Typed typed) {
        var all = new ArrayList<Double>();
        typed.numbers().forEach(one -> measure.read(one).ifPresent(all::add));
        return all.size() == measure.parts().size() ? List.copyOf(all) : List.of();
    }

    /// The form with what is wrong with it, or with the question whether an unusual number is right.
    private Form checked(HomeMeasure measure, Typed typed, List<Double> read, List<Double> last, Plain words) {
        var said = new MeasureWords(measure, words);
        var day = Given.day(typed.day());
        if (read.isEmpty()) {
            return form(
                    measure,
                    typed,
                    words,
                    words.t("mvp.measure.wrong." + (measure.decimals() == 0 ? "whole" : "number")),
                    "");
        }
        for (int at = 0; at < read.size(); at++) {
            var part = measure.parts().get(at);
            if (!part.canBe(read.get(at))) {
                var formats = words.texts().formats();
                var lowest = formats.whole(Math.round(part.lowest()));
                var highest = formats.whole(Math.round(part.highest()));
                return form(measure, typed, words, words.t("mvp.measure.wrong.range", lowest, highest), "");
            }
        }
        if (day.filter(this::canBe).isEmpty()) {
            return form(measure, typed, words, words.t("mvp.measure.wrong.day"), "");
        }
        var form = form(measure, typed, words, "", "");
        boolean right = measure.isLikely(read, last) || typed.confirmed().equals(form.stands());
        return right ? form : form(measure, typed, words, "", words.t("mvp.measure.right", said.value(read)));
    }

    /// What she measured last of it, another entry than the one she corrects.
    private List<Double> last(UUID person, HomeMeasure measure, String corrected) {
        return measured.of(person).stream()
                .map(Entry::now)
                .filter(one -> one.measure().equals(measure.code())
                        && !one.gone()
                        && !one.entry().toString().equals(corrected))
                .findFirst()
                .map(Measured.Version::numbers)
                .orElse(List.of());
    }

    private boolean canBe(LocalDate day) {
        return !day.isAfter(frame.today()) && day.isAfter(frame.today().minusYears(YEARS));
    }

    private void show(Model model, HttpServletRequest request, Way way, HomeMeasure measure, Form form, boolean every) {
        var person = signedIn.patient();
        var words = Plain.of(frame.texts(request), request);
        var by = reached.at(contacts.of(way).unit());
        model.addAttribute("words", words);
        model.addAttribute("page", frame.page(request, words.t("mvp.measure.title")));
        model.addAttribute("today", frame.today().toString());
        model.addAttribute("by", by);
        model.addAttribute(
                "measure",
                MeasurePage.of(
                        measure,
                        form,
                        measured.of(person),
                        followed.of(person),
                        measures,
                        words,
                        words.units(units),
                        every));
    }

    /// Her way, if she has one here; the log is told.
    private Optional<Way> way(UUID person, String what, HttpServletRequest request) {
        return ways.own(signedIn.required(), person, what, request.getRemoteAddr());
    }
}
