package se.varjedag.app.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
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
import se.varjedag.app.patients.Patients;
import se.varjedag.app.web.Frame;
import se.varjedag.pathway.event.CareEvent.Status;

/// One pathway: its clock, and what is written of it. Everything that changes it asks first whether the patient is the
/// unit's.
@Controller
@Allowed(Permission.COORDINATION)
class CourseController {
    private static final String ONE = WorklistController.PATH + "/{person}/{handle}";
    private static final int LONGEST = 2000;

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
        model.addAttribute("trouble", trouble.equals("dag") ? texts.text("path.trouble.day") : "");
        return "coordination/pathway";
    }

    private Course course(String person, String handle, HttpServletRequest request) {
        return courses.open(signedIn.required(), id(person), handle, request.getRemoteAddr())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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
        var course = course(person, handle, request);
        var day = day(written);
        var start = course.line().key().start();
        boolean fits = day.filter(one -> status == Status.PLANNED
                        ? !one.isBefore(today.day())
                        : !one.isAfter(today.day()) && !one.isBefore(start.minusDays(90)))
                .isPresent();
        if (!fits) {
            return back(person, handle) + "?fel=dag";
        }
        try {
            required(typing.type(
                    signedIn.required(),
                    id(person),
                    course.line().definition(),
                    point,
                    day.get(),
                    status,
                    request.getRemoteAddr()));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "", e);
        }
        return back(person, handle);
    }

    /// Another day for what was typed here, or none.
    @PostMapping(ONE + "/rattelse")
    String correct(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam("handelse") String event,
            @RequestParam(name = "dag", defaultValue = "") String written,
            @RequestParam("gor") String what,
            HttpServletRequest request) {
        var course = course(person, handle, request);
        var one = course.events().stream()
                .filter(known -> known.more().event().toString().equals(event))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var day = what.equals("ta-bort") ? Optional.<LocalDate>empty() : day(written);
        boolean fits = what.equals("ta-bort")
                || day.filter(on -> one.planned() || !on.isAfter(today.day())).isPresent();
        if (!fits) {
            return back(person, handle) + "?fel=dag";
        }
        required(typing.correct(signedIn.required(), id(person), one, day, request.getRemoteAddr()));
        return back(person, handle);
    }

    /// Which pathway starts after one that ended with another cancer.
    @PostMapping(ONE + "/nasta")
    String next(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam("vardforlopp") String definition,
            @RequestParam("dag") String written,
            HttpServletRequest request) {
        course(person, handle, request);
        var day = day(written).filter(one -> !one.isAfter(today.day()));
        var next = courses.startable().stream()
                .filter(one -> one.id().equals(definition))
                .findFirst();
        if (day.isEmpty() || next.isEmpty()) {
            return back(person, handle) + "?fel=dag";
        }
        required(typing.start(signedIn.required(), id(person), next.get(), day.get(), request.getRemoteAddr()));
        return back(person, handle);
    }

    @PostMapping(ONE + "/anteckning")
    String note(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam("text") String words,
            HttpServletRequest request) {
        var course = course(person, handle, request);
        may(course, "note", request);
        if (!words.isBlank()) {
            notes.add(signedIn.required(), course.line().key(), cut(words));
        }
        return back(person, handle);
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
        var course = course(person, handle, request);
        var reason = Notes.Why.of(why).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var known = Typing.points(course.line().definition()).stream()
                .anyMatch(point -> point.key().equals(step));
        may(course, "reason", request);
        notes.because(
                signedIn.required(),
                course.line().key(),
                reason,
                reason == Notes.Why.CAPACITY && known ? step : "",
                cut(words));
        return back(person, handle);
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
        var course = course(person, handle, request);
        var acting = signedIn.required();
        var task = Task.of(what).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        var staff = staffing.one(acting, task, today.day(), who)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        may(course, task.key(), request);
        named.name(acting, course.line().key(), task, staff, today.day(), day(until));
        return back(person, handle);
    }

    /// A duty of the contact nurse has been done.
    @PostMapping(ONE + "/uppgift")
    String done(
            @PathVariable String person,
            @PathVariable String handle,
            @RequestParam("uppgift") String what,
            HttpServletRequest request) {
        var course = course(person, handle, request);
        var duty = Duty.of(what).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        may(course, duty.key(), request);
        notes.done(signedIn.required(), course.line().key(), duty, today.day());
        return "redirect:/arbetslista/uppgifter";
    }

    private void may(Course course, String what, HttpServletRequest request) {
        required(patients.mayChange(signedIn.required(), course.line().key().person(), what, request.getRemoteAddr()));
    }

    private static void required(boolean may) {
        if (!may) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static String cut(String words) {
        var text = words.strip().replace("\0", "");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static String back(String person, String handle) {
        return "redirect:" + WorklistController.PATH + "/" + id(person) + "/" + handle.replaceAll("[^0-9a-f]", "");
    }

    static UUID id(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "", e);
        }
    }

    static Optional<LocalDate> day(String written) {
        try {
            return written.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(written.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
