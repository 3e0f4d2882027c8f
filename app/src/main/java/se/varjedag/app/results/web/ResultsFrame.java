package se.varjedag.app.results.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.Role.Reach;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.reference.Region;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.Issues;
import se.varjedag.app.results.Step;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Page;
import se.varjedag.app.web.Texts;

/// What every page of results reports needs: which issues the reader sees, what the reader may do, and names.
@Component
public class ResultsFrame {
    private final Issues issues;
    private final SignedIn signedIn;
    private final Frame frame;
    private final FollowUp followUp;
    private final Units units;
    private final ResultNames names;
    private final Clock clock = Clock.systemUTC();

    ResultsFrame(Issues issues, SignedIn signedIn, Frame frame, FollowUp followUp, Units units, ResultNames names) {
        this.issues = issues;
        this.signedIn = signedIn;
        this.frame = frame;
        this.followUp = followUp;
        this.units = units;
        this.names = names;
    }

    public Texts texts(HttpServletRequest request) {
        return frame.texts(request);
    }

    public Page page(HttpServletRequest request, String title) {
        return frame.page(request, title);
    }

    public LocalDate today() {
        return frame.today();
    }

    /// Whether figures can be computed: the log has been read.
    boolean ready() {
        return followUp.ready();
    }

    /// Who writes, now.
    Signed signed() {
        return Signed.of(signedIn.required(), clock.instant());
    }

    /// The healthcare regions that the reader works for.
    public List<String> own() {
        var assignment = signedIn.required().assignment();
        var place = assignment.place();
        if (place.isEmpty()) {
            return Regions.healthcareRegions();
        }
        var code = assignment.role().reach() == Reach.UNIT
                ? units.byId(place).map(Unit::region).orElse("")
                : place;
        return Regions.byCode(code).map(Region::healthcareRegion).stream().toList();
    }

    /// Those that the reader sees: what is published, and everything of the own healthcare region.
    public List<Issue> seen() {
        var own = own();
        return issues.all().stream()
                .filter(one -> one.step() == Step.PUBLISHED || own.contains(one.healthcareRegion()))
                .toList();
    }

    /// One that the reader sees.
    Issue one(long id) {
        return seen().stream().filter(one -> one.id() == id).findFirst().orElseThrow(Given::notFound);
    }

    /// One of the own healthcare region.
    Issue ownOne(long id) {
        return Optional.of(one(id))
                .filter(issue -> own().contains(issue.healthcareRegion()))
                .orElseThrow(Given::notFound);
    }

    boolean may(Permission permission, Issue issue) {
        return signedIn.may(permission) && own().contains(issue.healthcareRegion());
    }

    boolean mayDraft() {
        return signedIn.may(Permission.RESULTS);
    }

    public ResultNames names() {
        return names;
    }

    String diagnosis(String svf, Texts texts) {
        return names.diagnosis(svf, texts);
    }

    String place(Line line, Issue issue, Texts texts) {
        return names.place(line, issue.healthcareRegion(), texts);
    }

    /// The share in time that is the goal; below zero where none is set.
    double goal() {
        return names.goal();
    }
}
