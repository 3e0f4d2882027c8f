package se.varjedag.app.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.coordination.ClosingLettersWritten;
import se.varjedag.app.coordination.Duties;
import se.varjedag.app.coordination.Duties.Due;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;

/// A contact nurse's list of what to do for her patients.
@Controller
@Allowed(Permission.WORKLIST)
public class DutiesController {
    private static final int MOST = 100;

    private final WorklistReading reading;
    private final Duties duties;
    private final SignedIn signedIn;
    private final Units units;
    private final ObjectProvider<ClosingLettersWritten> letters;
    private final Frame frame;

    DutiesController(
            WorklistReading reading,
            Duties duties,
            SignedIn signedIn,
            Units units,
            ObjectProvider<ClosingLettersWritten> letters,
            Frame frame) {
        this.letters = letters;
        this.reading = reading;
        this.duties = duties;
        this.signedIn = signedIn;
        this.units = units;
        this.frame = frame;
    }

    /// One duty in words.
    ///
    /// @param path of the pathway; null for who may not open it
    public record Row(
            @org.jspecify.annotations.Nullable String path,
            String who,
            String what,
            String duty,
            String key,
            String due,
            String away,
            boolean late,
            String last,
            String nurse) {}

    @GetMapping(WorklistController.PATH + "/uppgifter")
    String page(@RequestParam(name = "alla", defaultValue = "") String all, HttpServletRequest request, Model model) {
        var acting = signedIn.required();
        var texts = frame.texts(request);
        var words = new Words(texts);
        var read = reading.read(acting, request.getRemoteAddr());
        boolean everybody = all.equals("ja");
        var due =
                duties.of(read.list().lines(), line -> everybody || read.hers().test(line));
        var shown = due.stream().limit(MOST).toList();
        var names = reading.names(acting, shown.stream().map(Due::line).toList(), words, true);
        model.addAttribute("page", frame.page(request, texts.text("duties.title")));
        model.addAttribute("unit", units.name(acting.assignment().place()));
        model.addAttribute("everybody", everybody);
        model.addAttribute(
                "letters",
                acting.may(Permission.COORDINATION)
                        ? letters.stream()
                                .mapToLong(one ->
                                        one.at(acting.assignment().place()).toWrite())
                                .sum()
                        : 0);
        model.addAttribute("more", due.size() - shown.size());
        model.addAttribute("rows", rows(shown, read, names, words, acting.may(Permission.COORDINATION)));
        return "coordination/duties";
    }

    private static List<Row> rows(
            List<Due> due,
            WorklistReading.Read read,
            java.util.function.UnaryOperator<String> names,
            Words words,
            boolean opens) {
        var texts = words.texts();
        var day = read.list().day();
        return due.stream()
                .map(one -> new Row(
                        opens
                                ? WorklistController.PATH + "/"
                                        + one.line().key().person() + "/"
                                        + one.line().key().handle()
                                : null,
                        names.apply(one.line().key().person().toString()),
                        one.line().definition().name(texts.language()),
                        texts.text("duty." + one.duty().key()),
                        one.duty().key(),
                        words.day(one.due(), day),
                        words.away(one.due(), day),
                        !one.due().isAfter(day),
                        one.last().map(last -> words.day(last, day)).orElse("–"),
                        one.line()
                                .holder(se.varjedag.app.coordination.Task.CONTACT_NURSE)
                                .map(holder -> holder.staff().name())
                                .orElse("")))
                .toList();
    }
}
