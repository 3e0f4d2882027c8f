package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import se.varjedag.app.careplan.Closing;
import se.varjedag.app.careplan.ClosingLetters;
import se.varjedag.app.careplan.ClosingLetters.Language;
import se.varjedag.app.careplan.Closings;
import se.varjedag.app.careplan.LetterWording;
import se.varjedag.app.coordination.Course;
import se.varjedag.app.coordination.Courses;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.coordination.Typing;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.identity.Identities;
import se.varjedag.app.identity.Shown;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.PatientNames;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.event.CareEvent.Status;

/// Where staff sign the closing letter that the program has drafted from a pathway's events, and see which are still
/// to be written.
@Controller
@Allowed(Permission.COORDINATION)
public class StaffLettersController {
    private static final String LIST = "/arbetslista/avslutningsbrev";
    private static final String ONE = "/arbetslista/{person}/{handle}/brev";
    private static final int LONGEST = 1000;

    private final ClosingLetters letters;
    private final Closings closings;
    private final Courses courses;
    private final LetterWording wording;
    private final Typing typing;
    private final Patients patients;
    private final Identities identities;
    private final Timeline timeline;
    private final Units units;
    private final Today today;
    private final SignedIn signedIn;
    private final Frame frame;
    private final Clock clock = Clock.systemUTC();

    StaffLettersController(
            ClosingLetters letters,
            Closings closings,
            Courses courses,
            LetterWording wording,
            Typing typing,
            Patients patients,
            Identities identities,
            Timeline timeline,
            Units units,
            Today today,
            SignedIn signedIn,
            Frame frame) {
        this.letters = letters;
        this.closings = closings;
        this.courses = courses;
        this.wording = wording;
        this.typing = typing;
        this.patients = patients;
        this.identities = identities;
        this.timeline = timeline;
        this.units = units;
        this.today = today;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    /// One letter to write.
    public record Row(String path, String who, String pathway, String ended, String ago, boolean late) {}

    /// Those that nobody has written to, the longest ago first.
    @GetMapping(LIST)
    String list(HttpServletRequest request, Model model) {
        var acting = signedIn.required();
        patients.listed(acting, Errand.list(request.getRemoteAddr()));
        var texts = frame.texts(request);
        var unit = acting.assignment().place();
        var toWrite = closings.toWrite(unit);
        var toSum = closings.toSum(unit);
        var shown = identities.shown(Stream.concat(toWrite.stream(), toSum.stream())
                .map(one -> one.key().person())
                .collect(Collectors.toSet()));
        model.addAttribute("page", frame.page(request, texts.text("mvp.staff.letter.list")));
        model.addAttribute("unit", units.name(unit));
        model.addAttribute("days", Closings.IN_TIME_DAYS);
        model.addAttribute("asked", Closings.ASKED_DAYS);
        model.addAttribute(
                "rows", toWrite.stream().map(one -> row(one, shown, texts)).toList());
        model.addAttribute(
                "others", toSum.stream().map(one -> row(one, shown, texts)).toList());
        return "careplan/letterlist";
    }

    private Row row(Closing one, Map<UUID, Shown> shown, Texts texts) {
        var who = Optional.ofNullable(shown.get(one.key().person()))
                .map(known -> PatientNames.orNumber(known, texts))
                .orElseGet(() -> texts.text("patient.unknown"));
        long days = one.ended().until(today.day(), java.time.temporal.ChronoUnit.DAYS);
        return new Row(
                path(one.key()),
                who,
                timeline.definitions().all().stream()
                        .filter(known -> known.id().equals(one.key().definition()))
                        .map(known -> known.name(texts.language()))
                        .findFirst()
                        .orElse(one.key().definition()),
                texts.formats().date(one.ended()),
                texts.formats().days(days),
                one.kind() == Closing.Kind.DISMISSED && days > Closings.IN_TIME_DAYS);
    }

    /// A version that has been signed.
    public record Version(String path, String signed) {}

    /// The draft of the next version, and what has been signed.
    @GetMapping(ONE)
    String page(@PathVariable String person, @PathVariable String handle, HttpServletRequest request, Model model) {
        return desk(course(person, handle, request), null, "", request, model);
    }

    /// @param typed the signer's own words where she has typed them and something else was wrong; null where she has
    /// not
    private String desk(
            Course course, @Nullable String typed, String trouble, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var closing = closing(course);
        var signed = letters.of(closing.key());
        var own = typed != null
                ? typed
                : signed.isEmpty() ? "" : signed.getFirst().own();
        var draft = wording.of(closing, course.line().clock().reached(), own);
        var words = new Plain(texts, false);
        model.addAttribute("page", frame.page(request, texts.text(title(closing))));
        model.addAttribute("who", PatientNames.orNumber(course.sight().who(), texts));
        model.addAttribute("about", course.line().definition().name(texts.language()));
        model.addAttribute("ended", texts.formats().date(closing.ended()));
        model.addAttribute("path", path(closing.key()));
        model.addAttribute("told", told(course));
        model.addAttribute("today", today.day().toString());
        model.addAttribute("start", closing.key().start().toString());
        model.addAttribute("after", signed.isEmpty() ? 0 : signed.getFirst().version());
        model.addAttribute("own", own);
        model.addAttribute(
                "read", fingerprint(wording.of(closing, course.line().clock().reached(), "")));
        model.addAttribute("sv", lines(draft.get(Language.SV)));
        model.addAttribute("easy", lines(draft.get(Language.EASY)));
        model.addAttribute("en", lines(draft.get(Language.EN)));
        model.addAttribute(
                "versions",
                signed.stream()
                        .map(one -> new Version(
                                path(closing.key()) + "/" + one.version(), LetterLine.signed(one, words, units::name)))
                        .toList());
        model.addAttribute("trouble", trouble.isEmpty() ? "" : texts.text("mvp.staff.letter.trouble." + trouble));
        return "careplan/closing";
    }

    private static List<LetterLine> lines(@Nullable List<ClosingLetters.Part> parts) {
        return LetterLine.of(parts == null ? List.of() : parts, List.of(), false);
    }

    /// Tells the words of a draft from others: what is signed is what was read.
    private static String fingerprint(Map<Language, List<ClosingLetters.Part>> draft) {
        return Integer.toHexString(List.of(
                        draft.getOrDefault(Language.SV, List.of()),
                        draft.getOrDefault(Language.EASY, List.of()),
                        draft.getOrDefault(Language.EN, List.of()))
                .stream()
                .flatMap(List::stream)
                .map(part -> part.sort().name() + part.words())
                .toList()
                .hashCode());
    }

    private static String title(Closing closing) {
        return "mvp.staff.letter.title." + closing.kind().key();
    }

    /// Signs it. Where nobody has written down that the patient was told, that may be said with it. What was typed
    /// stays on the page where it cannot be signed.
    @PostMapping(ONE)
    String sign(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam(name = "egna", defaultValue = "") String own,
            @RequestParam(name = "stammer", defaultValue = "") String confirmed,
            @RequestParam(name = "efter", defaultValue = "0") String after,
            @RequestParam(name = "last", defaultValue = "") String read,
            @RequestParam(name = "besked", defaultValue = "") String toldOn,
            HttpServletRequest request,
            Model model) {
        var acting = signedIn.required();
        if (!patients.mayChange(acting, Given.id(person), "closing-letter", request.getRemoteAddr())) {
            throw Given.notFound();
        }
        var course = course(person, handle, request);
        var closing = closing(course);
        var added = StoredText.of(own, LONGEST);
        if (!read.equals(fingerprint(wording.of(closing, course.line().clock().reached(), "")))) {
            return desk(course, added, "andrat", request, model);
        }
        if (!confirmed.equals("ja")) {
            return desk(course, added, "stammer", request, model);
        }
        var told = Given.day(toldOn);
        if (!toldOn.isBlank()
                && told.filter(day -> !day.isAfter(today.day())
                                && !day.isBefore(closing.key().start()))
                        .isEmpty()) {
            return desk(course, added, "dag", request, model);
        }
        var text = wording.of(closing, course.line().clock().reached(), added);
        int seen = after.matches("\\d{1,4}") ? Integer.parseInt(after) : -1;
        if (!letters.sign(acting, closing, seen, added, text, clock.instant())) {
            return desk(course, added, "version", request, model);
        }
        if (told.isPresent() && !told(course)) {
            typing.type(
                    acting,
                    closing.key().person(),
                    course.line().definition(),
                    MeasuringPoint.INFORMED.key(),
                    told.get(),
                    Status.DONE,
                    request.getRemoteAddr());
        }
        return "redirect:" + path(closing.key());
    }

    /// A version as it was signed, to be read or printed for who does not sign in.
    @GetMapping(ONE + "/{version:\\d+}")
    String version(
            @PathVariable String person,
            @PathVariable String handle,
            @PathVariable String version,
            @RequestParam(name = "sprak", defaultValue = "sv") String language,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var course = course(person, handle, request);
        var closing = closing(course);
        var letter = letters.of(closing.key()).stream()
                .filter(one -> String.valueOf(one.version()).equals(version))
                .findFirst()
                .orElseThrow(Given::notFound);
        var chosen = Language.of(language);
        var words = LetterText.words(chosen);
        model.addAttribute("page", frame.page(request, texts.text(title(closing))));
        model.addAttribute("who", PatientNames.orNumber(course.sight().who(), texts));
        model.addAttribute("patient", "/patient/" + closing.key().person());
        model.addAttribute("path", path(closing.key()));
        model.addAttribute("here", path(closing.key()) + "/" + letter.version());
        model.addAttribute("chosen", chosen.key());
        model.addAttribute("lang", chosen == Language.EN ? "en" : "sv");
        model.addAttribute("title", words.t("mvp.letter.title." + letter.kind().key()));
        model.addAttribute("lines", LetterLine.of(letters, letter, words));
        model.addAttribute("signed", LetterLine.signed(letter, words, units::name));
        model.addAttribute("fresh", words.t("mvp.letter.fresh"));
        return "careplan/signed";
    }

    private Course course(String person, String handle, HttpServletRequest request) {
        return courses.open(signedIn.required(), Given.id(person), handle, request.getRemoteAddr())
                .filter(course -> course.end().filter(Course.End::hasLetter).isPresent())
                .orElseThrow(Given::notFound);
    }

    private Closing closing(Course course) {
        var end = course.end().orElseThrow();
        var unit = signedIn.required().assignment().place();
        return new Closing(course.line().key(), end.day(), end.suffix(), unit);
    }

    /// Whether somebody has written down that the patient was told.
    private boolean told(Course course) {
        PathwayDefinition definition = course.line().definition();
        var start = course.line().key().start();
        return course.sight().events().stream().anyMatch(event -> informs(event, definition, start));
    }

    private boolean informs(Event event, PathwayDefinition definition, LocalDate start) {
        var code = definition.prefix().map(prefix -> prefix + "40").orElse("");
        return !event.planned() && event.code().equals(code) && !event.day().isBefore(start);
    }

    static String path(PathwayKey key) {
        return "/arbetslista/" + key.person() + "/" + key.handle() + "/brev";
    }
}
