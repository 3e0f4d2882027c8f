package se.varjedag.app.indicators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.web.figure.Span;
import se.varjedag.pathway.measure.Answer;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.statistics.Share;

/// What follows from lead times: the same answers that the pages of following up show.
@Component
class LeadTimeMeasures implements Measures {
    private static final int FOUR_WEEKS = 28;

    private final FollowUp followUp;

    LeadTimeMeasures(FollowUp followUp) {
        this.followUp = followUp;
    }

    @Override
    public Map<String, List<Counted>> count(List<String> measures, Place place, Span span) {
        var all = new HashMap<String, List<Counted>>();
        if (measures.contains("within-limit")) {
            all.put("within-limit", within(Question.leadTime(), place, span));
        }
        if (measures.contains("within-four-weeks")) {
            all.put("within-four-weeks", within(Question.leadTime().limit(FOUR_WEEKS), place, span));
        }
        if (measures.contains("inclusion") && place == Place.RESIDENCE) {
            all.put("inclusion", included(span));
        }
        return all;
    }

    private List<Counted> within(Question.Builder question, Place place, Span span) {
        return answer(question, place, span).groups().stream()
                .map(group -> new Counted(
                        group.key().getFirst(),
                        new Share(group.within(), group.withLimit()),
                        group.n() - group.withLimit()))
                .toList();
    }

    /// Of the cancers that are expected of a year, as many as stand in a pathway; the cases are a forecast, so more
    /// than all of them may be.
    private List<Counted> included(Span span) {
        return answer(Question.leadTime(), Place.RESIDENCE, span).groups().stream()
                .filter(group -> group.cases().isPresent())
                .map(group -> {
                    long cases = Math.round(group.cases().getAsDouble());
                    return new Counted(group.key().getFirst(), new Share(Math.min(group.included(), cases), cases), 0);
                })
                .toList();
    }

    private Answer answer(Question.Builder question, Place place, Span span) {
        var key = switch (place) {
            case REGION -> GroupKey.REGION;
            case RESIDENCE -> GroupKey.HOME_REGION;
            case UNIT -> GroupKey.UNIT;
        };
        return followUp.answer(
                followUp.current(),
                question.period(span.from(), span.to()).by(List.of(key)).build(),
                Optional.empty(),
                Optional.empty());
    }
}
