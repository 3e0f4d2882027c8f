package se.varjedag.app.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.coordination.Course;
import se.varjedag.app.coordination.Courses;
import se.varjedag.app.coordination.Duty;
import se.varjedag.app.coordination.Named;
import se.varjedag.app.coordination.Notes;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.coordination.Typing;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.event.CareEvent.Status;

/// One pathway: its clock, and what is written of it. Everything that changes it asks first whether the patient is the
/// unit's.
@Controller
@Allowed(Permission.COORDINATION)
class CourseController {
    private static final String ONE = WorklistController.PATH + "/{person}/{handle}";
    private static final String DONE = "";
    private static final String DAY = "dag";
    /// Somebody else has corrected it since the page was shown.
    private static final String OUTDATED = "andrad";
    private static final int LONGEST = 2000;

    /// So many days before a pathway's start an event may lie that is typed into it.
    private static final int EARLIER = 90;

    private final Courses courses;
    private final CourseReading reading;
    private final Typing typing;
    private final Named named;
    private final Notes notes;
    private final Staffing staffing;
    private final Patients patients;
    private final Today today;
    private final SignedIn signedIn;
    private final Frame frame;

    CourseController(
            Courses courses,
            CourseReading reading,
            Typing typing,
            Named named,
            Notes notes,
            Staffing staffing,
            Patients patients,
            Today today,
            SignedIn signedIn,
            Frame frame) {
        this.courses = courses;
        this.reading = reading;
        this.typing = typing;
        this.named = named;
        this.notes = notes;
        this.staffing = staffing;
        this.patients = patients;
        this.today = today;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    @GetMapping(ONE)
    String page(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam(name = "fel", defaultValue = "") String trouble,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var course = course(person, handle, request);
        // The title of a page stands in the browser's history, so it names nobody.
        model.addAttribute("page", frame.page(request, texts.text("path.title")));
        model.addAttribute("way", reading.page(course, signedIn.required(), texts));
        model.addAttribute("trouble", trouble(trouble, texts));
        return "coordination/pathway";
    }

    private static String trouble(String what, Texts texts) {
        return switch (what) {
            case DAY -> texts.text("path.trouble.day");
            case OUTDATED -> texts.text("path.trouble.outdated");
            default -> "";
        };
    }

    private Course course(String person, String handle, HttpServletRequest request) {
        return courses.open(signedIn.required(), Given.id(person), handle, request.getRemoteAddr())
                .orElseThrow(Given::notFound);
    }

    /// What is done with a pathway.
    @FunctionalInterface
    private interface Deed {
        /// @return what was wrong, as the page's address says it; empty where it is done
        String done(Acting acting, Course course);
    }

    /// Asks whether the patient is the unit's, opens the pathway, does the deed, and goes back to the page.
    ///
    /// @param what in one word, what is changed
    private String change(String person, String handle, String what, HttpServletRequest request, Deed deed) {
        var acting = signedIn.required();
        required(patients.mayChange(acting, Given.id(person), what, request.getRemoteAddr()));
        var trouble = deed.done(acting, course(person, handle, request));
        return back(person, handle) + (trouble.isEmpty() ? "" : "?fel=" + trouble);
    }

    /// A point that was reached, or an end.
    @PostMapping(ONE + "/punkt")
    String point(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam("punkt") String point,
            @RequestParam("dag") String written,
            HttpServletRequest request) {
        return typed(person, handle, point, written, Status.DONE, request);
    }

    /// A booking, which moves nothing.
    @PostMapping(ONE + "/bokning")
    String booking(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam("punkt") String point,
            @RequestParam("dag") String written,
            HttpServletRequest request) {
        return typed(person, handle, point, written, Status.PLANNED, request);
    }

    private String typed(
            String person, String handle, String point, String written, Status status, HttpServletRequest request) {
        return change(person, handle, "point", request, (acting, course) -> {
            var start = course.line().key().start();
            var day = Given.day(written)
                    .filter(one -> status == Status.PLANNED
                            ? !one.isBefore(today.day())
                            : !one.isAfter(today.day()) && !one.isBefore(start.minusDays(EARLIER)));
            day.ifPresent(one -> type(acting, course, point, one, status, request));
            return day.isPresent() ? DONE : DAY;
        });
    }

    private void type(
            Acting acting, Course course, String point, LocalDate day, Status status, HttpServletRequest request) {
        try {
            required(typing.type(
                    acting,
                    course.line().key().person(),
                    course.line().definition(),
                    point,
                    day,
                    status,
                    request.getRemoteAddr()));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "", e);
        }
    }

    /// Another day for what was typed here, or none.
    @PostMapping(ONE + "/rattelse")
    String correct(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam("handelse") String event,
            @RequestParam(name = "dag", defaultValue = "") String written,
            @RequestParam(name = "stod", defaultValue = "") String stood,
            @RequestParam("gor") String what,
            HttpServletRequest request) {
        return change(person, handle, "correction", request, (acting, course) -> {
            var one = course.events().stream()
                    .filter(known -> known.more().event().toString().equals(event))
                    .findFirst()
                    .orElseThrow(Given::notFound);
            if (!stood.isEmpty() && !stood.equals(one.day().toString())) {
                return OUTDATED;
            }
            boolean away = what.equals("ta-bort");
            var day = away
                    ? Optional.<LocalDate>empty()
                    : Given.day(written)
                            .filter(on ->
                                    !on.isBefore(course.line().key().start().minusDays(EARLIER))
                                            && (one.planned() || !on.isAfter(today.day())));
            if (away || day.isPresent()) {
                required(typing.correct(acting, Given.id(person), one, day, request.getRemoteAddr()));
            }
            return away || day.isPresent() ? DONE : DAY;
        });
    }

    /// Which pathway starts after one that ended with another cancer.
    @PostMapping(ONE + "/nasta")
    String next(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam("vardforlopp") String definition,
            @RequestParam("dag") String written,
            HttpServletRequest request) {
        return change(person, handle, "start", request, (acting, _) -> {
            var day = Given.day(written).filter(one -> !one.isAfter(today.day()));
            var next = courses.startable().stream()
                    .filter(one -> one.id().equals(definition))
                    .findFirst();
            if (day.isEmpty() || next.isEmpty()) {
                return DAY;
            }
            required(typing.start(acting, Given.id(person), next.get(), day.get(), request.getRemoteAddr()));
            return DONE;
        });
    }

    @PostMapping(ONE + "/anteckning")
    String note(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam("text") String words,
            HttpServletRequest request) {
        return change(person, handle, "note", request, (acting, course) -> {
            var text = StoredText.of(words, LONGEST);
            if (!text.isEmpty()) {
                notes.add(acting, course.line().key(), text);
            }
            return DONE;
        });
    }

    /// Why the limit was passed.
    @PostMapping(ONE + "/orsak")
    String reason(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam("orsak") String why,
            @RequestParam(name = "steg", defaultValue = "") String step,
            @RequestParam(name = "text", defaultValue = "") String words,
            HttpServletRequest request) {
        var reason = chosen(Notes.Why.of(why));
        return change(person, handle, "reason", request, (acting, course) -> {
            boolean known = reason == Notes.Why.CAPACITY
                    && Typing.points(course.line().definition()).stream()
                            .anyMatch(point -> point.key().equals(step));
            notes.because(acting, course.line().key(), reason, known ? step : "", StoredText.of(words, LONGEST));
            return DONE;
        });
    }

    /// Names somebody, for a time or without end.
    @PostMapping(ONE + "/utse")
    String name(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam("uppdrag") String what,
            @RequestParam("vem") String who,
            @RequestParam(name = "till", defaultValue = "") String until,
            HttpServletRequest request) {
        var task = chosen(Task.of(what));
        return change(person, handle, task.key(), request, (acting, course) -> {
            var staff = chosen(staffing.one(acting, task, today.day(), who));
            var last = Given.day(until).filter(day -> !day.isBefore(today.day()));
            if (!until.isBlank() && last.isEmpty()) {
                return DAY;
            }
            named.name(acting, course.line().key(), task, staff, today.day(), last);
            return DONE;
        });
    }

    /// A duty of the contact nurse has been done.
    @PostMapping(ONE + "/uppgift")
    String done(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam("uppgift") String what,
            HttpServletRequest request) {
        var duty = chosen(Duty.of(what));
        change(person, handle, duty.key(), request, (acting, course) -> {
            notes.done(acting, course.line().key(), duty, today.day());
            return DONE;
        });
        return "redirect:/arbetslista/uppgifter";
    }

    private static <T> T chosen(Optional<T> named) {
        return named.orElseThrow(Given::wrong);
    }

    private static void required(boolean may) {
        if (!may) {
            throw Given.notFound();
        }
    }

    private static String back(String person, String handle) {
        return "redirect:" + WorklistController.PATH + "/" + Given.id(person) + "/"
                + handle.replaceAll("[^0-9a-f]", "");
    }
}
