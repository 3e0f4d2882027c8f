package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.careplan.Goals;
import se.varjedag.app.careplan.Messages;
import se.varjedag.app.careplan.Messages.Message;
import se.varjedag.app.careplan.Reached;
import se.varjedag.app.coordination.Covers;
import se.varjedag.app.coordination.Named;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.identity.Identities;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.PatientNames;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Texts;

/// Where a unit's contact nurses answer its patients, and say how the unit is reached.
@Controller
@Allowed(Permission.COORDINATION)
public class StaffMessagesController {
    private static final String PATH = "/meddelanden";
    private static final int LONGEST = 100;
    private static final int MOST_DAYS = 10;

    private final Messages messages;
    private final Goals goals;
    private final Reached reached;
    private final Patients patients;
    private final Named named;
    private final Covers covers;
    private final Today today;
    private final Identities identities;
    private final Units units;
    private final SignedIn signedIn;
    private final Frame frame;

    StaffMessagesController(
            Messages messages,
            Goals goals,
            Reached reached,
            Patients patients,
            Named named,
            Covers covers,
            Today today,
            Identities identities,
            Units units,
            SignedIn signedIn,
            Frame frame) {
        this.messages = messages;
        this.goals = goals;
        this.reached = reached;
        this.patients = patients;
        this.named = named;
        this.covers = covers;
        this.today = today;
        this.identities = identities;
        this.units = units;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        MenuItem messagesInMenu() {
            return new MenuItem(6, "mvp.staff.menu", PATH);
        }
    }

    /// One message that waits for an answer.
    ///
    /// @param late whether the promised day has passed
    /// @param nurse who answers: the contact nurse, or who stands in for her
    public record Row(String path, String who, String sent, String promised, boolean late, String nurse) {}

    /// What waits for an answer, the nearest promise first.
    @GetMapping(PATH)
    String list(HttpServletRequest request, Model model) {
        var acting = signedIn.required();
        patients.listed(acting, Errand.list(request.getRemoteAddr()));
        var texts = frame.texts(request);
        var unit = acting.assignment().place();
        var waiting = messages.waiting(unit);
        model.addAttribute("page", frame.page(request, texts.text("mvp.staff.title")));
        model.addAttribute("unit", units.name(unit));
        model.addAttribute("rows", rows(waiting, unit, texts));
        model.addAttribute("reached", reached.at(unit));
        return "careplan/staff";
    }

    private List<Row> rows(List<Message> waiting, String unit, Texts texts) {
        var persons = waiting.stream().map(Message::person).collect(Collectors.toSet());
        var shown = identities.shown(persons);
        var holders = named.on(today.day(), persons);
        var away = covers.at(unit, today.day());
        return waiting.stream()
                .map(one -> new Row(
                        PATH + "/" + one.person(),
                        Optional.ofNullable(shown.get(one.person()))
                                .map(who -> PatientNames.orNumber(who, texts))
                                .orElseGet(() -> texts.text("patient.unknown")),
                        texts.formats().moment(one.at()),
                        one.promised().map(LocalDate::toString).orElse("–"),
                        one.promised()
                                .filter(day -> day.isBefore(frame.today()))
                                .isPresent(),
                        holders.entrySet().stream()
                                .filter(entry -> entry.getKey().person().equals(one.person()))
                                .flatMap(entry ->
                                        Optional.ofNullable(entry.getValue().get(Task.CONTACT_NURSE)).stream())
                                .map(holder -> answers(holder.staff(), away, texts))
                                .distinct()
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private String answers(Named.Staff nurse, List<Covers.Cover> away, Texts texts) {
        return away.stream()
                .filter(one -> one.away().who().equals(nurse.who()) && one.on(today.day()))
                .reduce((_, later) -> later)
                .map(one -> texts.text("mvp.staff.covers", one.cover().name(), nurse.name()))
                .orElse(nurse.name());
    }

    /// What one patient and the unit have written, and what matters to her. Opening it tells her that it has been read.
    @GetMapping(PATH + "/{person}")
    String one(@PathVariable String person, HttpServletRequest request, Model model) {
        var acting = signedIn.required();
        var sight = patients.open(acting, Given.id(person), Errand.page(request.getRemoteAddr()))
                .orElseThrow(Given::notFound);
        var texts = frame.texts(request);
        var all = own(acting, sight.person());
        messages.opened(
                all.stream().filter(Message::fromPatient).toList(),
                acting.account().name());
        model.addAttribute("page", frame.page(request, texts.text("mvp.staff.one")));
        model.addAttribute("who", PatientNames.orNumber(sight.who(), texts));
        model.addAttribute("path", PATH + "/" + sight.person());
        model.addAttribute("last", all.isEmpty() ? "" : all.getLast().id().toString());
        var words = new Plain(texts, false);
        model.addAttribute("letters", Letter.ofStaff(all, words, frame.today()));
        model.addAttribute("goals", Wish.of(goals.of(sight.person()), words));
        return "careplan/thread";
    }

    /// Of the own unit: what she writes to another is that one's.
    private List<Message> own(Acting acting, UUID person) {
        return messages.of(person).stream()
                .filter(one -> one.unit().equals(acting.assignment().place()))
                .toList();
    }

    @PostMapping(PATH + "/{person}")
    String answer(
            @PathVariable String person,
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "sista", defaultValue = "") String last,
            HttpServletRequest request) {
        var acting = signedIn.required();
        var id = Given.id(person);
        if (!patients.mayChange(acting, id, "message", request.getRemoteAddr())) {
            throw Given.notFound();
        }
        messages.answer(acting, id, text, Given.uuid(last));
        return "redirect:" + PATH + "/" + id;
    }

    /// How patients reach the unit.
    @PostMapping(PATH + "/enhet")
    String reach(
            @RequestParam(name = "telefon", defaultValue = "") String telephone,
            @RequestParam(name = "tider", defaultValue = "") String hours,
            @RequestParam(name = "dagar", defaultValue = "") String days,
            HttpServletRequest request) {
        patients.changed(signedIn.required(), "reached", request.getRemoteAddr());
        int within = days.matches("\\d{1,2}") ? Integer.parseInt(days) : Reached.ANSWER_DAYS;
        reached.say(
                signedIn.required(),
                new Reached.By(
                        StoredText.of(telephone, LONGEST),
                        StoredText.of(hours, LONGEST),
                        Math.clamp(within, 1, MOST_DAYS)));
        return "redirect:" + PATH;
    }
}
