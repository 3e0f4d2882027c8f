package se.varjedag.app.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
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
import se.varjedag.app.coordination.ClosingLettersWritten;
import se.varjedag.app.coordination.Covers;
import se.varjedag.app.coordination.Duties;
import se.varjedag.app.coordination.Named.Staff;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.coordination.Worklist;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Texts;

/// How many pathways each coordinator and contact nurse of the unit carries, who stands in for whom, and how many
/// patients have a named nurse and a plan.
@Controller
@Allowed(Permission.WORKLIST)
public class LoadController {
    private static final String PATH = WorklistController.PATH + "/belastning";

    private final Worklist worklist;
    private final Covers covers;
    private final Duties duties;
    private final Staffing staffing;
    private final Today today;
    private final SignedIn signedIn;
    private final Units units;
    private final ObjectProvider<ClosingLettersWritten> letters;
    private final Frame frame;

    LoadController(
            Worklist worklist,
            Covers covers,
            Duties duties,
            Staffing staffing,
            Today today,
            SignedIn signedIn,
            Units units,
            ObjectProvider<ClosingLettersWritten> letters,
            Frame frame) {
        this.letters = letters;
        this.worklist = worklist;
        this.covers = covers;
        this.duties = duties;
        this.staffing = staffing;
        this.today = today;
        this.signedIn = signedIn;
        this.units = units;
        this.frame = frame;
    }

    /// One who carries pathways.
    ///
    /// @param bar width of the bar, in per cent of the most
    public record Carried(String name, String task, long open, long now, long over, String bar, String cover) {}

    /// A share with its numbers.
    public record Share(String title, String share, String of) {}

    /// One who stands in.
    public record Standing(long id, String away, String cover, String from, String to) {}

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "fel", defaultValue = "") String trouble, HttpServletRequest request, Model model) {
        var acting = signedIn.required();
        var texts = frame.texts(request);
        var list = worklist.of(acting);
        var standing = covers.at(acting.assignment().place(), list.day());
        model.addAttribute("page", frame.page(request, texts.text("load.title")));
        model.addAttribute("unit", units.name(acting.assignment().place()));
        model.addAttribute("carried", carried(list, standing, texts));
        model.addAttribute("shares", shares(list, acting.assignment().place(), texts));
        model.addAttribute(
                "standing",
                standing.stream()
                        .map(one -> new Standing(
                                one.id(),
                                one.away().name(),
                                one.cover().name(),
                                texts.formats().date(one.from()),
                                texts.formats().date(one.to())))
                        .toList());
        model.addAttribute("staff", everybody(acting));
        model.addAttribute("today", list.day().toString());
        model.addAttribute("trouble", trouble.equals("ersattare") ? texts.text("load.trouble") : "");
        return "coordination/load";
    }

    private static List<Carried> carried(Worklist.Lines list, List<Covers.Cover> standing, Texts texts) {
        var all = java.util.stream.Stream.of(Task.values())
                .flatMap(task -> Duties.load(list.lines(), task).stream())
                .toList();
        long most = all.stream().mapToLong(Duties.Load::open).max().orElse(1);
        return all.stream()
                .map(load -> new Carried(
                        load.staff().name(),
                        texts.text("work.task." + load.task().key()),
                        load.open(),
                        load.now(),
                        load.over(),
                        100 * load.open() / most + "%",
                        standing.stream()
                                .filter(one -> one.on(list.day())
                                        && one.away().who().equals(load.staff().who()))
                                .map(one ->
                                        texts.text("work.covered", one.cover().name()))
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    private List<Share> shares(Worklist.Lines list, String unit, Texts texts) {
        long all = list.lines().size();
        var shares = new ArrayList<Share>(List.of(
                share(texts.text("load.nurse"), "load.of", with(list, Task.CONTACT_NURSE), all, texts),
                share(texts.text("load.coordinator"), "load.of", with(list, Task.COORDINATOR), all, texts),
                share(texts.text("load.plan"), "load.of", duties.withPlan(list.lines()), all, texts)));
        letters.forEach(one -> {
            var count = one.at(unit);
            shares.add(share(
                    texts.text("load.letter", count.days()), "load.letter.of", count.inTime(), count.due(), texts));
        });
        return shares;
    }

    private static long with(Worklist.Lines list, Task task) {
        return list.lines().stream()
                .filter(line -> line.holder(task).isPresent())
                .count();
    }

    private static Share share(String title, String of, long some, long all, Texts texts) {
        return new Share(
                title,
                all == 0 ? "–" : texts.formats().percent((double) some / all, 0),
                texts.text(of, texts.formats().whole(some), texts.formats().whole(all)));
    }

    private List<Staff> everybody(Acting acting) {
        return java.util.stream.Stream.of(Task.values())
                .flatMap(task -> staffing.at(acting, task, today.day()).stream())
                .distinct()
                .toList();
    }

    /// Says who stands in for whom.
    @PostMapping(PATH)
    String cover(
            @RequestParam("borta") String away,
            @RequestParam("ersattare") String cover,
            @RequestParam("fran") String from,
            @RequestParam("till") String to) {
        var acting = signedIn.required();
        var first = Given.day(from);
        var last = Given.day(to);
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get()) || away.equals(cover)) {
            return "redirect:" + PATH + "?fel=ersattare";
        }
        covers.add(acting, one(acting, away), one(acting, cover), first.get(), last.get());
        return "redirect:" + PATH;
    }

    private Staff one(Acting acting, String who) {
        return everybody(acting).stream()
                .filter(staff -> staff.who().equals(who))
                .findFirst()
                .orElseThrow(Given::wrong);
    }

    @PostMapping(PATH + "/{id:\\d+}/bort")
    String takeBack(@PathVariable long id) {
        covers.takeBack(signedIn.required(), id);
        return "redirect:" + PATH;
    }
}
