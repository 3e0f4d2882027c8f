package se.varjedag.app.results.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Permission;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.Issues;
import se.varjedag.app.results.Step;
import se.varjedag.app.results.web.IssueController.Head;
import se.varjedag.app.results.web.IssueController.Said;
import se.varjedag.app.web.Texts;

/// What stands over every page and file of an issue.
@Component
class IssueHeads {
    private final ResultsFrame frame;
    private final Issues issues;

    IssueHeads(ResultsFrame frame, Issues issues) {
        this.frame = frame;
        this.issues = issues;
    }

    /// The head of an issue.
    Head of(Issue issue, Texts texts) {
        var formats = texts.formats();
        var frozen = issues.frozen(issue.id());
        return new Head(
                IssueController.PATH + "/" + issue.id(),
                issue.name(),
                Regions.healthcareRegion(issue.healthcareRegion()),
                formats.period(issue.span().from(), issue.span().to()),
                formats.moment(issue.knownAt()),
                texts.text("results.step." + issue.step().key()),
                frozen.map(one -> texts.text(
                                "results.seal",
                                one.number(),
                                IssueController.signed(one.signed(), texts),
                                one.program()))
                        .orElse(""),
                frozen.map(Issue.Frozen::sha256).orElse(""),
                issues.errata(issue.id()).stream()
                        .map(one -> new Said(
                                texts.text("results.erratum", one.number()),
                                one.words(),
                                "",
                                IssueController.signed(one.signed(), texts)))
                        .toList(),
                List.of(Step.values()).stream()
                        .filter(issue.step()::leadsTo)
                        .map(Step::key)
                        .toList(),
                frame.may(Permission.RESULTS, issue),
                issue.step().takesComments() && frame.may(Permission.COMMENT_RESULTS, issue),
                frozen.isPresent(),
                issue.step() == Step.PUBLISHED || issue.step() == Step.DROPPED);
    }
}
