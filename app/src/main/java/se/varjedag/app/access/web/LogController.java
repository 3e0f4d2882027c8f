package se.varjedag.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.LogEntry;
import se.varjedag.app.access.LogReach;
import se.varjedag.app.access.LogReviews;
import se.varjedag.app.access.LogSearch;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;

/// The access log: to search it, and to review it. How much of it one has follows from where one acts.
@Controller
@Allowed(Permission.LOG_REVIEW)
class LogController {
    private static final String PATH = "/logg";
    private static final int PAGE = 100;
    /// The years of a date: the database knows no others.
    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    private static final int LAST_DAYS = 30;
    private static final int LONGEST = 100;

    private final LogSearch search;
    private final LogReviews reviews;
    private final SignedIn signedIn;
    private final Units units;
    private final Frame frame;

    LogController(LogSearch search, LogReviews reviews, SignedIn signedIn, Units units, Frame frame) {
        this.search = search;
        this.reviews = reviews;
        this.signedIn = signedIn;
        this.units = units;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        MenuItem logInMenu() {
            return new MenuItem(75, "menu.log", PATH);
        }
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "till", defaultValue = "") String to,
            @RequestParam(name = "vem", defaultValue = "") String who,
            @RequestParam(name = "patient", defaultValue = "") String patient,
            @RequestParam(name = "vad", defaultValue = "") String action,
            @RequestParam(name = "nekade", defaultValue = "false") boolean refused,
            @RequestParam(name = "sida", defaultValue = "1") int number,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var last = day(to).orElse(frame.today());
        var first = day(from).orElse(last.minusDays(LAST_DAYS));
        var asked = new LogPage.Asked(first, last, cut(who), cut(patient), cut(action), refused);
        var query = new LogSearch.Query(
                within(),
                first,
                last,
                asked.who().strip(),
                Given.uuid(asked.patient()),
                LogEntry.Action.of(asked.action()),
                refused);
        var nonsense = !asked.patient().isBlank() && query.person().isEmpty();
        var total = nonsense ? 0 : search.count(query);
        var page = Math.clamp(number, 1, Math.max(1, (int) ((total + PAGE - 1) / PAGE)));
        var rows = nonsense ? List.<LogSearch.Line>of() : search.lines(query, (page - 1L) * PAGE, PAGE);
        model.addAttribute("page", frame.page(request, texts.text("menu.log")));
        model.addAttribute(
                "log",
                new LogPage(
                        asked,
                        LogPage.actions(asked.action(), texts),
                        scope(request),
                        texts.text("log.found", texts.formats().whole(total)),
                        rows.stream()
                                .map(line -> LogPage.row(line, texts, units::name))
                                .toList(),
                        page > 1 ? link(asked, page - 1) : null,
                        (long) page * PAGE < total ? link(asked, page + 1) : null,
                        reviews.latest(within()).stream()
                                .map(review -> LogPage.review(review, texts))
                                .toList()));
        return "access/log";
    }

    /// Makes a selection by rule and by chance, for whoever is named.
    @PostMapping(PATH + "/granskning")
    String make(
            @RequestParam("from") String from,
            @RequestParam("till") String to,
            @RequestParam("granskas-av") String assignedTo) {
        var last = day(to).orElse(frame.today());
        var first = day(from).filter(day -> !day.isAfter(last)).orElse(last.minusDays(LAST_DAYS));
        var name = signedIn.required().account().name();
        var whom = assignedTo.isBlank() ? name : cut(assignedTo).strip();
        return "redirect:" + PATH + "/granskning/" + reviews.make(within(), first, last, name, whom);
    }

    @GetMapping(PATH + "/granskning/{id:\\d+}")
    String review(@PathVariable long id, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var review = reviews.byId(id, within()).orElseThrow(Given::notFound);
        model.addAttribute("page", frame.page(request, texts.text("log.review.title")));
        model.addAttribute("review", LogPage.review(review, texts));
        model.addAttribute("finding", review.finding());
        model.addAttribute(
                "rows",
                reviews.lines(id).stream()
                        .map(line -> LogPage.row(line, texts, units::name))
                        .toList());
        return "access/review";
    }

    /// Signs a review with what was found.
    @PostMapping(PATH + "/granskning/{id:\\d+}")
    String sign(@PathVariable long id, @RequestParam("iakttaget") String finding) {
        if (reviews.byId(id, within()).isEmpty()) {
            throw Given.notFound();
        }
        if (!finding.isBlank()) {
            reviews.sign(id, signedIn.required().account().name(), finding.strip());
        }
        return "redirect:" + PATH + "/granskning/" + id;
    }

    private LogReach within() {
        return search.reach(signedIn.required());
    }

    private String scope(HttpServletRequest request) {
        var texts = frame.texts(request);
        var within = within();
        if (within.all()) {
            return texts.text("log.scope.all");
        }
        return units.isCaregiver(within.place())
                ? texts.text("log.scope.caregiver", units.caregiverName(within.place()))
                : texts.text("log.scope.unit", units.name(within.place()));
    }

    private static Optional<LocalDate> day(String written) {
        return Given.day(written).filter(day -> YEARS.isValidIntValue(day.getYear()));
    }

    private static String cut(@Nullable String text) {
        return text == null ? "" : StoredText.of(text, LONGEST);
    }

    private static String link(LogPage.Asked asked, int page) {
        return PATH + "?from=" + asked.from() + "&till=" + asked.to() + "&vem=" + encoded(asked.who()) + "&patient="
                + encoded(asked.patient()) + "&vad=" + encoded(asked.action()) + "&nekade=" + asked.refused() + "&sida="
                + page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
