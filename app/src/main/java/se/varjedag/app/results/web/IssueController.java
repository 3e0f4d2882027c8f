package se.varjedag.app.results.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.Issues;
import se.varjedag.app.results.Issues.NotNow;
import se.varjedag.app.results.Overlapping;
import se.varjedag.app.results.Recount;
import se.varjedag.app.results.Step;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Texts;

/// One issue: its figures, each figure by place, the issue counted again, and what is written to it.
@Controller
public class IssueController {
    static final String PATH = ResultsController.PATH;
    private static final String ONE = PATH + "/{id:\\d+}";
    private static final String WAIT = "redirect:/laget";
    private static final int LONGEST = 2000;

    private final ResultsFrame frame;
    private final Issues issues;
    private final Recount recount;
    private final IssueHeads heads;

    IssueController(ResultsFrame frame, Issues issues, Recount recount, IssueHeads heads) {
        this.frame = frame;
        this.issues = issues;
        this.recount = recount;
        this.heads = heads;
    }

    /// Something written, with who wrote it.
    public record Said(String what, String words, String more, String signed) {}

    /// What stands over every page of an issue.
    ///
    /// @param seal what was frozen, in words; empty before that
    /// @param hash of what was frozen
    /// @param done whether it is published, or dropped
    public record Head(
            String path,
            String name,
            String region,
            String period,
            String known,
            String step,
            String seal,
            String hash,
            List<Said> errata,
            List<String> next,
            boolean mayIssue,
            boolean mayComment,
            boolean frozen,
            boolean done) {
        public Head {
            errata = List.copyOf(errata);
            next = List.copyOf(next);
        }
    }

    private boolean waits(Issue issue) {
        return !issue.step().stays() && !frame.ready();
    }

    private void head(Issue issue, String title, HttpServletRequest request, Model model) {
        model.addAttribute("page", frame.page(request, title));
        model.addAttribute("head", heads.of(issue, frame.texts(request)));
    }

    static Said said(String of, Issue.Comment comment, Texts texts) {
        return new Said(of, comment.reason(), comment.doing(), signed(comment.signed(), texts));
    }

    static String signed(Signed signed, Texts texts) {
        return texts.text("results.signed", signed.name(), texts.formats().moment(signed.at()));
    }

    @GetMapping(ONE)
    @Allowed(Permission.FIGURES)
    String page(
            @PathVariable long id,
            @RequestParam(name = "fel", defaultValue = "") String wrong,
            HttpServletRequest request,
            Model model) {
        var issue = frame.one(id);
        if (waits(issue)) {
            return WAIT;
        }
        var texts = frame.texts(request);
        head(issue, issue.name(), request, model);
        model.addAttribute(
                "view", IssueView.of(issue, issues.content(issue), issues.standing(id), frame.names(), texts));
        model.addAttribute(
                "trouble",
                switch (wrong) {
                    case "" -> "";
                    case "overlapp" -> texts.text("results.trouble.overlap");
                    case "dag" -> texts.text("results.trouble.day");
                    default -> texts.text("results.trouble");
                });
        model.addAttribute("comments", comments(issue, texts));
        model.addAttribute("history", history(id, texts));
        model.addAttribute("planned", issue.planned().toString());
        return "results/issue";
    }

    /// Every step, and every day that the publishing was moved to, in the order they were taken.
    private List<Said> history(long id, Texts texts) {
        record Taken(Signed signed, String words) {}
        return Stream.concat(
                        issues.history(id).stream()
                                .map(one -> new Taken(
                                        one.signed(),
                                        texts.text("results.step." + one.step().key()))),
                        issues.planned(id).stream()
                                .map(one -> new Taken(
                                        one.signed(),
                                        texts.text(
                                                "results.moved", texts.formats().date(one.day())))))
                .sorted(Comparator.comparing(one -> one.signed().at()))
                .map(one -> new Said(one.words(), "", "", signed(one.signed(), texts)))
                .toList();
    }

    private List<Said> comments(Issue issue, Texts texts) {
        return issues.standing(issue.id()).values().stream()
                .map(one -> said(frame.diagnosis(one.figure(), texts), one, texts))
                .toList();
    }

    @GetMapping(ONE + "/figur")
    @Allowed(Permission.FIGURES)
    String figure(
            @PathVariable long id,
            @RequestParam(name = "diagnos", defaultValue = "") String svf,
            @RequestParam(name = "fel", defaultValue = "") String wrong,
            HttpServletRequest request,
            Model model) {
        var issue = frame.one(id);
        if (waits(issue)) {
            return WAIT;
        }
        var texts = frame.texts(request);
        var content = issues.content(issue);
        var line = content.line(svf, Content.WHOLE).orElseThrow(Given::notFound);
        head(issue, frame.diagnosis(svf, texts), request, model);
        model.addAttribute("svf", svf);
        model.addAttribute("rows", IssueView.places(issue, content, svf, frame.names(), texts));
        model.addAttribute(
                "days",
                DayRows.of(line, Hiding.of(content), frame.goal(), texts).rows());
        model.addAttribute("trouble", wrong.isEmpty() ? "" : texts.text("results.trouble"));
        model.addAttribute(
                "comments",
                issues.comments(id).stream()
                        .filter(one -> one.figure().equals(svf))
                        .map(one -> said("", one, texts))
                        .toList());
        return "results/figure";
    }

    @GetMapping(ONE + "/omraknad")
    @Allowed(Permission.FIGURES)
    String recounted(@PathVariable long id, HttpServletRequest request, Model model) {
        var issue = frame.one(id);
        var frozen = issues.frozen(id).orElseThrow(Given::notFound);
        if (!frame.ready()) {
            return WAIT;
        }
        var texts = frame.texts(request);
        head(issue, texts.text("results.recount.title"), request, model);
        model.addAttribute(
                "view", RecountView.of(issue, issues.content(issue), recount.of(issue, frozen), frame, texts));
        return "results/recount";
    }

    @PostMapping(ONE + "/steg")
    @Allowed(Permission.RESULTS)
    String step(@PathVariable long id, @RequestParam(name = "steg", defaultValue = "") String step) {
        frame.ownOne(id);
        var next = Step.of(step);
        if (next.isEmpty()) {
            return back(id) + "?fel=steg";
        }
        if (next.get() == Step.FROZEN && !frame.ready()) {
            return WAIT;
        }
        try {
            if (next.get() == Step.FROZEN) {
                issues.freeze(id, frame.signed());
            } else {
                issues.take(id, next.get(), frame.signed());
            }
        } catch (NotNow e) {
            return back(id) + (e instanceof Overlapping ? "?fel=overlapp" : "?fel=steg");
        }
        return back(id);
    }

    @PostMapping(ONE + "/dag")
    @Allowed(Permission.RESULTS)
    String plan(@PathVariable long id, @RequestParam(name = "dag", defaultValue = "") String day) {
        frame.ownOne(id);
        var planned = Given.day(day);
        if (planned.isEmpty()) {
            return back(id) + "?fel=dag";
        }
        try {
            issues.plan(id, planned.get(), frame.signed());
        } catch (NotNow _) {
            return back(id) + "?fel=steg";
        }
        return back(id);
    }

    @PostMapping(ONE + "/kommentar")
    @Allowed(Permission.COMMENT_RESULTS)
    String comment(
            @PathVariable long id,
            @RequestParam(name = "diagnos", defaultValue = "") String svf,
            @RequestParam(name = "orsak", defaultValue = "") String reason,
            @RequestParam(name = "atgard", defaultValue = "") String doing) {
        var issue = frame.ownOne(id);
        if (waits(issue)) {
            return WAIT;
        }
        if (issues.content(issue).line(svf, Content.WHOLE).isEmpty()) {
            throw Given.notFound();
        }
        var there = back(id) + "/figur?diagnos=" + svf;
        if (reason.isBlank() || doing.isBlank() || reason.length() > LONGEST || doing.length() > LONGEST) {
            return there + "&fel=kommentar";
        }
        try {
            issues.comment(id, svf, StoredText.of(reason), StoredText.of(doing), frame.signed());
        } catch (NotNow _) {
            return there + "&fel=kommentar";
        }
        return there;
    }

    @PostMapping(ONE + "/rattelse")
    @Allowed(Permission.RESULTS)
    String erratum(@PathVariable long id, @RequestParam(name = "ord", defaultValue = "") String words) {
        frame.ownOne(id);
        if (words.isBlank() || words.length() > LONGEST) {
            return back(id) + "?fel=rattelse";
        }
        try {
            issues.correct(id, StoredText.of(words), frame.signed());
        } catch (NotNow _) {
            return back(id) + "?fel=rattelse";
        }
        return back(id);
    }

    private static String back(long id) {
        return "redirect:" + PATH + "/" + id;
    }
}
