package se.varjedag.app.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.coordination.Named;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.coordination.Views;
import se.varjedag.app.coordination.Worklist;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Texts;

/// The worklist of the own unit.
@Controller
@Allowed(Permission.WORKLIST)
class WorklistController {
    static final String PATH = "/arbetslista";

    static final String NAMED = "utsedda";
    static final String HANDED = "sanda";

    private final Worklist worklist;
    private final WorklistReading reading;
    private final Named named;
    private final Views views;
    private final Staffing staffing;
    private final Today today;
    private final Patients patients;
    private final SignedIn signedIn;
    private final Units units;
    private final Frame frame;

    WorklistController(
            Worklist worklist,
            WorklistReading reading,
            Named named,
            Views views,
            Staffing staffing,
            Today today,
            Patients patients,
            SignedIn signedIn,
            Units units,
            Frame frame) {
        this.worklist = worklist;
        this.reading = reading;
        this.named = named;
        this.views = views;
        this.staffing = staffing;
        this.today = today;
        this.patients = patients;
        this.signedIn = signedIn;
        this.units = units;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        MenuItem worklistInMenu() {
            return new MenuItem(4, "work.menu", PATH);
        }
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> asked, HttpServletRequest request, Model model) {
        if (!today.known()) {
            return "redirect:/laget";
        }
        var acting = signedIn.required();
        var choice = Choice.of(asked);
        model.addAttribute("page", frame.page(request, frame.texts(request).text("work.title")));
        model.addAttribute("unit", units.name(acting.assignment().place()));
        model.addAttribute("told", told(asked, frame.texts(request)));
        model.addAttribute("work", reading.page(acting, choice, frame.texts(request), request.getRemoteAddr()));
        return "coordination/worklist";
    }

    /// Names somebody for the ticked lines. Only what stands on the own list is named for, whatever the form says.
    @PostMapping(PATH + "/utse")
    String name(
            @RequestParam(name = "val", defaultValue = "") List<String> ticked,
            @RequestParam(name = "koordinator", defaultValue = "") String coordinator,
            @RequestParam(name = "kontakt", defaultValue = "") String nurse,
            @RequestParam(name = "gor", defaultValue = "") String what,
            @RequestParam(name = "urval", defaultValue = "") String query,
            HttpServletRequest request) {
        var acting = signedIn.required();
        var task = Task.of(what).orElseThrow(Given::wrong);
        var staff = staffing.one(acting, task, today.day(), task == Task.COORDINATOR ? coordinator : nurse)
                .orElseThrow(Given::wrong);
        int done = 0;
        for (var line : worklist.of(acting).lines()) {
            var key = line.key();
            if (ticked.contains(key.person() + "/" + key.handle())
                    && patients.mayChange(acting, key.person(), task.key(), request.getRemoteAddr())) {
                named.name(acting, key, task, staff, today.day(), Optional.empty());
                done++;
            }
        }
        var there = back(query);
        return there + (there.contains("?") ? "&" : "?") + NAMED + "=" + done;
    }

    /// What was done to the ticked lines, in words; empty where nothing was asked for.
    private static String told(Map<String, String> asked, Texts texts) {
        for (var what : List.of(NAMED, HANDED)) {
            var count = asked.getOrDefault(what, "");
            if (!count.isEmpty() && count.length() < 6 && count.chars().allMatch(Character::isDigit)) {
                int lines = Integer.parseInt(count);
                return lines == 0 ? texts.text("work.told.none") : texts.text("work.told." + what, lines);
            }
        }
        return "";
    }

    /// Saves the choice under a name.
    @PostMapping(PATH + "/vyer")
    String save(
            @RequestParam(name = "namn", defaultValue = "") String name,
            @RequestParam(name = "urval", defaultValue = "") String query) {
        var called = StoredText.of(name);
        if (called.isEmpty() || called.length() > 60) {
            throw Given.wrong();
        }
        var choice = chosen(query);
        views.save(signedIn.required(), called, choice.query());
        return back(choice.query());
    }

    /// Takes one of the own choices away.
    @PostMapping(PATH + "/vyer/{id:\\d+}/bort")
    String remove(@PathVariable long id) {
        views.remove(signedIn.required(), id);
        return "redirect:" + PATH;
    }

    private static String back(String query) {
        return "redirect:" + chosen(query).path();
    }

    /// What a form carries along is read as an address is, so that it leads nowhere else.
    private static Choice chosen(String query) {
        var parts = new java.util.HashMap<String, String>();
        for (var part : query.split("&", -1)) {
            int at = part.indexOf('=');
            if (at > 0) {
                parts.put(part.substring(0, at), decoded(part.substring(at + 1)));
            }
        }
        return Choice.of(parts);
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw Given.wrong();
        }
    }
}
