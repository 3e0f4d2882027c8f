package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.careplan.Followed;
import se.varjedag.app.careplan.HomeMeasures;
import se.varjedag.app.careplan.Measured;
import se.varjedag.app.careplan.Measured.Entry;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.PatientNames;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.patients.Patients.Sight;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Texts;

/// What a patient measures at home, for the staff: what she has written down, and what they ask her to follow. What she
/// wrote for another unit is seen as its other data are.
@Controller
@Allowed(Permission.PATIENTS)
public class StaffMeasuresController {
    private static final String PATH = "/patient/{person}/matt";

    private final HomeMeasures measures;
    private final Measured measured;
    private final Followed followed;
    private final Patients patients;
    private final Units units;
    private final SignedIn signedIn;
    private final Frame frame;

    StaffMeasuresController(
            HomeMeasures measures,
            Measured measured,
            Followed followed,
            Patients patients,
            Units units,
            SignedIn signedIn,
            Frame frame) {
        this.measures = measures;
        this.measured = measured;
        this.followed = followed;
        this.patients = patients;
        this.units = units;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    /// What she has measured of one.
    ///
    /// @param picture null while there is less than two to draw
    public record Sheet(
            String code,
            String name,
            String scale,
            @Nullable MeasurePicture picture,
            List<MeasureWords.Row> rows,
            List<MeasureWords.Row> gone) {
        public Sheet {
            rows = List.copyOf(rows);
            gone = List.copyOf(gone);
        }
    }

    /// Something that is asked of her.
    ///
    /// @param own whether the reader's unit asks
    public record Asked(String code, String name, String words, String by, boolean own) {}

    /// A measure to ask for.
    public record Choice(String code, String name) {}

    @GetMapping(PATH)
    String page(@PathVariable String person, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var sight = patients.open(signedIn.required(), Given.id(person), Errand.page(request.getRemoteAddr()))
                .orElseThrow(Given::notFound);
        var words = new Plain(texts, false);
        var all = measured.of(sight.person()).stream()
                .filter(one -> sees(sight, one.now().unit()))
                .toList();
        model.addAttribute("page", frame.page(request, texts.text("mvp.staff.measure.title")));
        model.addAttribute("who", PatientNames.orNumber(sight.who(), texts));
        model.addAttribute("patient", "/patient/" + sight.person());
        model.addAttribute("asked", asked(sight, words));
        model.addAttribute("sheets", sheets(all, words));
        model.addAttribute(
                "choices",
                measures.all().stream()
                        .map(one -> new Choice(one.code(), new MeasureWords(one, words).name()))
                        .toList());
        return "careplan/staffmeasures";
    }

    private List<Asked> asked(Sight sight, Plain words) {
        Texts texts = words.texts();
        var here = signedIn.required().assignment().place();
        return followed.of(sight.person()).stream()
                .filter(one -> sees(sight, one.unit()))
                .flatMap(one -> measures.of(one.measure()).stream()
                        .map(measure -> new Asked(
                                one.measure(),
                                new MeasureWords(measure, words).name(),
                                one.words(),
                                one.by() + " · " + units.name(one.unit()) + " · "
                                        + texts.formats().moment(one.at()),
                                one.unit().equals(here))))
                .toList();
    }

    private List<Sheet> sheets(List<Entry> all, Plain words) {
        return measures.all().stream()
                .map(measure -> {
                    var said = new MeasureWords(measure, words);
                    var own = all.stream()
                            .filter(one -> one.now().measure().equals(measure.code()))
                            .toList();
                    var standing = own.stream().filter(one -> !one.now().gone()).toList();
                    return new Sheet(
                            measure.code(),
                            said.name(),
                            measure.scale().in(LetterText.of(words)),
                            MeasurePage.picture(standing, said),
                            standing.stream().map(said::row).toList(),
                            own.stream()
                                    .filter(one -> one.now().gone())
                                    .map(said::row)
                                    .toList());
                })
                .filter(one -> !one.rows().isEmpty() || !one.gone().isEmpty())
                .toList();
    }

    private boolean sees(Sight sight, String unit) {
        return sight.reach().sees(unit, units.byId(unit).map(Unit::caregiver).orElse(""));
    }

    /// Asks her to follow a measure.
    @PostMapping(PATH)
    String ask(
            @PathVariable String person,
            @RequestParam(name = "matt", defaultValue = "") String code,
            @RequestParam(name = "text", defaultValue = "") String words,
            HttpServletRequest request) {
        var who = Given.id(person);
        var measure = measures.of(code).orElseThrow(Given::notFound);
        change(person, request);
        followed.ask(signedIn.required(), who, measure, words);
        return "redirect:/patient/" + who + "/matt";
    }

    /// Asks for it no more.
    @PostMapping(PATH + "/slut")
    String end(
            @PathVariable String person,
            @RequestParam(name = "matt", defaultValue = "") String code,
            HttpServletRequest request) {
        var who = Given.id(person);
        change(person, request);
        if (!followed.end(signedIn.required(), who, code)) {
            throw Given.notFound();
        }
        return "redirect:/patient/" + who + "/matt";
    }

    private void change(String person, HttpServletRequest request) {
        if (!patients.mayChange(signedIn.required(), Given.id(person), "measure-followed", request.getRemoteAddr())) {
            throw Given.notFound();
        }
    }
}
