package se.varjedag.app.followup.web.open;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.open.OpenAnswer;
import se.varjedag.pathway.open.OpenPublication;

/// The publication, and which of its fields the reader has chosen: everything else of a selection is left aside.
///
/// @param knownAt the moment whose knowledge is published
/// @param stays   whether that moment is fixed
/// @param year    the year; 0 while no year has passed
/// @param by      what the fields are laid out by
/// @param svf     the one pathway, where they are not laid out by pathway
/// @param place   a region or a healthcare region, where they are not laid out by either
record Published(
        OpenPublication publication,
        Instant knownAt,
        boolean stays,
        int year,
        GroupKey by,
        Optional<String> svf,
        Optional<Place> place) {

    static final String YEAR = "ar";

    /// What the fields can be laid out by.
    static final List<GroupKey> KEYS = List.of(GroupKey.SVF, GroupKey.REGION, GroupKey.HREGION, GroupKey.YEAR);

    /// One region or healthcare region.
    record Place(GroupKey key, String code) {}

    static Published of(Reading reading, FollowUp followUp) {
        var current = followUp.current();
        var publication = followUp.open(current);
        var selection = reading.selection();
        var svf = selection.svf();
        var by = selection.narrowing().by().stream()
                .filter(KEYS::contains)
                .findFirst()
                .orElse(svf.isPresent() ? GroupKey.REGION : GroupKey.SVF);
        boolean ofPlaces = by == GroupKey.REGION || by == GroupKey.HREGION;
        return new Published(
                publication,
                followUp.openKnownAt(current),
                followUp.openStays(),
                year(selection, publication.years()),
                by,
                by == GroupKey.SVF ? Optional.empty() : svf,
                ofPlaces ? Optional.empty() : place(selection));
    }

    private static int year(Selection selection, List<Integer> years) {
        var text = selection.own(YEAR);
        if (text.isEmpty() || years.isEmpty()) {
            return years.isEmpty() ? 0 : years.getLast();
        }
        return years.stream()
                .filter(year -> year.toString().equals(text.get()))
                .findFirst()
                .orElseThrow(() -> Selection.unclear(YEAR, text.get()));
    }

    private static Optional<Place> place(Selection selection) {
        var hregions = selection.narrowing().only().getOrDefault(GroupKey.HREGION, List.of());
        return selection
                .region()
                .map(code -> new Place(GroupKey.REGION, code))
                .or(() -> hregions.size() == 1
                        ? Optional.of(new Place(GroupKey.HREGION, hregions.getFirst()))
                        : Optional.empty());
    }

    /// Whether those waiting are told with these fields: they are told once, with the last year.
    boolean tellsWaiting() {
        return by != GroupKey.YEAR && year == publication.years().getLast();
    }

    /// The fields laid out.
    OpenAnswer fields() {
        return publication.answer(question(true));
    }

    /// Where the value of the key that they are laid out by stands in a field's key.
    int at() {
        return question(true).by().indexOf(by);
    }

    /// The one field that they are parts of; of years there is none.
    Optional<OpenAnswer> whole() {
        return by == GroupKey.YEAR ? Optional.empty() : Optional.of(publication.answer(question(false)));
    }

    private Question question(boolean laidOut) {
        var keys = new ArrayList<GroupKey>();
        var question = Question.leadTime();
        svf.ifPresent(id -> {
            keys.add(GroupKey.SVF);
            question.only(GroupKey.SVF, id);
        });
        place.ifPresent(one -> {
            keys.add(one.key());
            question.only(one.key(), one.code());
        });
        if (laidOut) {
            keys.add(by);
        }
        if (by != GroupKey.YEAR) {
            question.period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        return question.by(keys).build();
    }
}
