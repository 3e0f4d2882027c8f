package se.varjedag.app.followup.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.trace.State;

/// The treated patients of one pathway and selection, one by one: what the page of a pathway sorts by limit and by
/// kind.
record Treated(List<One> all) {

    Treated {
        all = List.copyOf(all);
    }

    /// One treated patient.
    ///
    /// @param limit the limit in days, or -1 where it is not known
    record One(@Nullable TreatmentKind kind, boolean extended, int days, int limit, boolean assumed) {

        boolean within() {
            return days <= limit;
        }
    }

    static Treated of(Reading reading, String svf) {
        var traced = reading.basis().traced();
        var selection = reading.selection();
        var definitions = traced.definitions().all();
        int first = Math.toIntExact(selection.from().atDay(1).toEpochDay());
        int last = Math.toIntExact(selection.to().atEndOfMonth().toEpochDay());
        var region = selection.region();
        var found = new ArrayList<One>();
        for (int i = 0; i < traced.size(); i++) {
            if (traced.state(i) != State.TREATED
                    || !definitions.get(traced.definition(i)).id().equals(svf)) {
                continue;
            }
            int day = selection.countBy() == CountBy.END ? traced.end(i) : traced.start(i);
            if (day < first || day > last || !in(region, traced.timelines().regionText(traced.endRegion(i)))) {
                continue;
            }
            found.add(new One(
                    traced.treatment(i),
                    traced.extended(i),
                    traced.end(i) - traced.start(i),
                    traced.limit(i),
                    traced.assumedLimit(i)));
        }
        return new Treated(found);
    }

    private static boolean in(Optional<String> wanted, String region) {
        return wanted.isEmpty() || wanted.get().equals(region);
    }

    Treated only(Predicate<One> which) {
        return new Treated(all.stream().filter(which).toList());
    }

    Standing count() {
        return new Standing(
                all.size(),
                all.stream().filter(one -> one.limit() >= 0).count(),
                all.stream().filter(one -> one.limit() >= 0 && one.within()).count(),
                all.stream().filter(One::assumed).count());
    }

    /// The days beyond the limits, added up.
    long overtime() {
        return all.stream()
                .filter(one -> one.limit() >= 0)
                .mapToLong(one -> Math.max(0, one.days() - one.limit()))
                .sum();
    }

    /// The day that the limits of a month hold for.
    static LocalDate day(Selection selection) {
        return selection.to().atEndOfMonth();
    }
}
