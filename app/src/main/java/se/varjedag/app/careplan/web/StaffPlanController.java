package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import se.varjedag.app.careplan.ClosingLetters.Language;
import se.varjedag.app.careplan.PlanStructure;
import se.varjedag.app.careplan.PlanStructure.Stage;
import se.varjedag.app.careplan.Plans;
import se.varjedag.app.careplan.Plans.Part;
import se.varjedag.app.careplan.Plans.Signed;
import se.varjedag.app.careplan.Plans.Version;
import se.varjedag.app.careplan.Ways;
import se.varjedag.app.coordination.Courses;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.PatientNames;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.patients.Patients.Sight;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Texts;

/// Where staff write a patient's plan together with her, sign it as a version, and give it to her on paper. What
/// another unit has written is seen as its other data are.
@Controller
@Allowed(Permission.PATIENTS)
public class StaffPlanController {
    private static final String PATH = "/patient/{person}/vardplan";
    private static final String FIELD = "del.";
    private static final int LONGEST = 4000;

    private final Plans plans;
    private final Ways ways;
    private final Courses courses;
    private final Patients patients;
    private final Timeline timeline;
    private final Units units;
    private final SignedIn signedIn;
    private final Frame frame;

    StaffPlanController(
            Plans plans,
            Ways ways,
            Courses courses,
            Patients patients,
            Timeline timeline,
            Units units,
            SignedIn signedIn,
            Frame frame) {
        this.plans = plans;
        this.ways = ways;
        this.courses = courses;
        this.patients = patients;
        this.timeline = timeline;
        this.units = units;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    /// Something to choose.
    public record Choice(String key, String name, boolean chosen) {}

    /// A section to write.
    public record Field(String code, String title, String why, String words) {}

    /// A version that has been signed.
    public record Signature(String path, String signed, List<String> seen) {
        public Signature {
            seen = List.copyOf(seen);
        }
    }

    /// What is to be written, and what has been signed.
    ///
    /// @param path empty where there is no pathway to make a plan for
    /// @param told whether the patient has been told the result of the pathway
    /// @param after the latest version there is
    public record Desk(
            String path,
            String who,
            String about,
            boolean told,
            int after,
            List<Choice> stages,
            List<Choice> diagnoses,
            List<Field> fields,
            List<Signature> versions,
            String trouble) {
        public Desk {
            stages = List.copyOf(stages);
            diagnoses = List.copyOf(diagnoses);
            fields = List.copyOf(fields);
            versions = List.copyOf(versions);
        }
    }

    @GetMapping(PATH)
    String page(
            @PathVariable String person,
            @RequestParam(name = "skede", defaultValue = "") String stage,
            @RequestParam(name = "diagnos", required = false) @Nullable String diagnosis,
            @RequestParam(name = "fel", defaultValue = "") String trouble,
            @RequestParam(name = "gjort", defaultValue = "") String done,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("done", done(done, frame.texts(request)));
        return desk(sight(person, request), stage, diagnosis, trouble, Map.of(), request, model);
    }

    /// @param typed what was typed in each section where something else was wrong; empty for what was last signed
    private String desk(
            Sight sight,
            String stage,
            @Nullable String diagnosis,
            String trouble,
            Map<String, String> typed,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var all = seenBy(sight);
        var known = known(sight);
        var latest = all.stream().findFirst();
        boolean told = known.filter(Ways.Known::told).isPresent();
        var chosen = told
                ? Stage.of(stage).or(() -> latest.map(Version::stage)).orElse(Stage.TREATMENT)
                : Stage.INVESTIGATION;
        var proposed = known.map(one -> structure().diagnosisOf(one.key().definition()))
                .orElse(PlanStructure.GENERIC);
        var version = told && diagnosis != null && isVersion(diagnosis) ? diagnosis : proposed;
        var language = LetterText.of(new Plain(texts, false));
        model.addAttribute("page", frame.page(request, texts.text("mvp.staff.plan.title")));
        model.addAttribute(
                "desk",
                new Desk(
                        "/patient/" + sight.person(),
                        PatientNames.orNumber(sight.who(), texts),
                        known.map(one -> name(one.key().definition(), texts)).orElse(""),
                        told,
                        latest.map(Version::version).orElse(0),
                        stages(told, chosen, texts),
                        versions(told, version, proposed, language, texts),
                        structure().sections(chosen, version).stream()
                                .map(one -> new Field(
                                        one.code(),
                                        one.title().in(language),
                                        one.why().in(language),
                                        typed.getOrDefault(FIELD + one.code(), words(latest, one.code()))))
                                .toList(),
                        signatures(sight, all, texts),
                        trouble(hidden(sight) ? "dold" : trouble, texts)));
        return "careplan/plan";
    }

    private static String done(String what, Texts texts) {
        var key = "mvp.staff.plan.done." + what;
        return texts.has(key) ? texts.text(key) : "";
    }

    private static String trouble(String what, Texts texts) {
        var key = "mvp.staff.plan.trouble." + what;
        return texts.has(key) ? texts.text(key) : "";
    }

    private static PlanStructure structure() {
        return PlanStructure.shipped();
    }

    private static boolean isVersion(String diagnosis) {
        return diagnosis.equals(PlanStructure.GENERIC) || structure().versions().containsKey(diagnosis);
    }

    private static List<Choice> stages(boolean told, Stage chosen, Texts texts) {
        return (told ? List.of(Stage.values()) : List.of(Stage.INVESTIGATION))
                .stream()
                        .map(one -> new Choice(one.key(), texts.text("mvp.plan.stage." + one.key()), one == chosen))
                        .toList();
    }

    private static List<Choice> versions(boolean told, String chosen, String proposed, Language language, Texts texts) {
        var all = new ArrayList<Choice>();
        all.add(new Choice(
                PlanStructure.GENERIC, texts.text("mvp.staff.plan.generic"), chosen.equals(PlanStructure.GENERIC)));
        structure()
                .versions()
                .forEach((code, name) -> all.add(new Choice(code, name.in(language), code.equals(chosen))));
        return told
                ? all
                : all.stream().filter(one -> one.key().equals(proposed)).toList();
    }

    private static String words(Optional<Version> latest, String section) {
        return latest.stream()
                .flatMap(one -> one.parts().stream())
                .filter(part -> part.section().equals(section))
                .map(Part::words)
                .findFirst()
                .orElse("");
    }

    private List<Signature> signatures(Sight sight, List<Version> all, Texts texts) {
        var words = new Plain(texts, false);
        var seen = plans.seen(sight.person());
        return all.stream()
                .map(one -> new Signature(
                        "/patient/" + sight.person() + "/vardplan/" + one.version(),
                        PlanSheet.ofStaff(one, words, units::name),
                        PlanSheet.of(one, all, seen, words, units::name).seen()))
                .toList();
    }

    /// Signs what was written as the next version. What was typed stays on the page where it cannot be signed.
    @PostMapping(PATH)
    String sign(
            @PathVariable String person,
            @RequestParam(name = "skede", defaultValue = "") String stage,
            @RequestParam(name = "diagnos", defaultValue = "") String diagnosis,
            @RequestParam(name = "efter", defaultValue = "0") String after,
            @RequestParam(name = "tillsammans", defaultValue = "") String together,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            Model model) {
        var sight = writes(person, "care-plan", request);
        var known = known(sight).orElseThrow(Given::notFound);
        var chosen = Stage.of(stage).filter(_ -> isVersion(diagnosis)).orElseThrow(Given::notFound);
        if (!together.equals("ja")) {
            return desk(sight, stage, diagnosis, "tillsammans", fields, request, model);
        }
        var parts = structure().sections(chosen, diagnosis).stream()
                .map(one -> new Part(
                        one.code(), one.title(), StoredText.of(fields.getOrDefault(FIELD + one.code(), ""), LONGEST)))
                .toList();
        int seen = after.matches("\\d{1,4}") ? Integer.parseInt(after) : -1;
        var signed = plans.sign(signedIn.required(), known.key(), seen, chosen, diagnosis, parts);
        return switch (signed) {
            case Signed.DONE -> "redirect:/patient/" + sight.person() + "/vardplan?gjort=signerad";
            case Signed.OTHER -> desk(sight, stage, diagnosis, "version", fields, request, model);
            case Signed.UNTOLD -> desk(sight, stage, diagnosis, "besked", fields, request, model);
        };
    }

    /// A version as it was signed, to be read or printed for who does not sign in.
    @GetMapping(PATH + "/{version:\\d+}")
    String version(
            @PathVariable String person,
            @PathVariable String version,
            @RequestParam(name = "sprak", defaultValue = "sv") String language,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var sight = sight(person, request);
        var all = seenBy(sight);
        var one = find(all, version);
        var chosen = Language.of(language);
        var words = LetterText.words(chosen);
        model.addAttribute("page", frame.page(request, texts.text("mvp.staff.plan.title")));
        model.addAttribute("who", PatientNames.orNumber(sight.who(), texts));
        model.addAttribute("patient", "/patient/" + sight.person());
        model.addAttribute("chosen", chosen.key());
        model.addAttribute("words", words);
        model.addAttribute("plan", PlanSheet.of(one, all, plans.seen(sight.person()), words, units::name));
        return "careplan/paperplan";
    }

    /// A version was handed over on paper, and gone through with the patient.
    @PostMapping(PATH + "/{version:\\d+}")
    String handed(
            @PathVariable String person,
            @PathVariable String version,
            @RequestParam(name = "samtycke", defaultValue = "") String agreed,
            HttpServletRequest request) {
        var sight = writes(person, "care-plan-paper", request);
        var one = find(seenBy(sight), version);
        var shown = plans.shown(sight.person()).stream().anyMatch(other -> other.id() == one.id());
        if (!agreed.equals("ja") || !shown) {
            return "redirect:/patient/" + sight.person() + "/vardplan?fel=" + (shown ? "tillsammans" : "besked");
        }
        plans.handed(signedIn.required(), one);
        return "redirect:/patient/" + sight.person() + "/vardplan?gjort=lamnad";
    }

    private static Version find(List<Version> all, String version) {
        return all.stream()
                .filter(one -> String.valueOf(one.version()).equals(version))
                .findFirst()
                .orElseThrow(Given::notFound);
    }

    /// Whether the latest version is of a unit whose data the reader does not see: hers would lack what stands there.
    private boolean hidden(Sight sight) {
        var latest = plans.of(sight.person()).stream().findFirst();
        return latest.isPresent() && seenBy(sight).stream().noneMatch(latest.get()::equals);
    }

    /// The versions of units whose data the reader sees, the latest first.
    private List<Version> seenBy(Sight sight) {
        return plans.of(sight.person()).stream()
                .filter(one -> sight.reach()
                        .sees(
                                one.unit(),
                                units.byId(one.unit()).map(Unit::caregiver).orElse("")))
                .toList();
    }

    /// The pathway that the plan is made for: the latest that the patient knows of, where the reader sees it too.
    private Optional<Ways.Known> known(Sight sight) {
        var seen = courses.of(signedIn.required(), sight).stream()
                .map(one -> one.line().key())
                .toList();
        return ways.known(sight.person()).stream()
                .filter(one -> seen.contains(one.key()))
                .findFirst();
    }

    private Sight sight(String person, HttpServletRequest request) {
        return patients.open(signedIn.required(), Given.id(person), Errand.page(request.getRemoteAddr()))
                .orElseThrow(Given::notFound);
    }

    private Sight writes(String person, String what, HttpServletRequest request) {
        if (!patients.mayChange(signedIn.required(), Given.id(person), what, request.getRemoteAddr())) {
            throw Given.notFound();
        }
        return sight(person, request);
    }

    private String name(String definition, Texts texts) {
        return timeline.definitions().all().stream()
                .filter(one -> one.id().equals(definition))
                .map(one -> one.name(texts.language()))
                .findFirst()
                .orElse(definition);
    }
}
