package se.varjedag.pathway.trace;

import static se.varjedag.pathway.trace.PathwayColumns.NONE;

import java.util.Collection;
import java.util.List;
import se.varjedag.pathway.event.Replaced;
import se.varjedag.pathway.event.Stretch;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.Finding.Kind;

/// Puts the pathways of the few persons who were traced again in the place of those they had among many.
///
/// What one person's rows alone decide is copied. What the as-of day decides too, which may have moved, is settled anew
/// for all: who is stale, and who was sent and should have been received.
@SuppressWarnings("EnumOrdinal") // The ordinal is a cell of a column that lives no longer than the program.
final class Retracing {
    private final TracedPathways before;
    private final TracedPathways touched;
    private final Replaced replaced;
    private final Timelines timelines;
    private final PathwayColumns columns;
    private final FindingColumns findings = new FindingColumns(true);
    private final FindingColumns awaited = new FindingColumns(true);

    Retracing(TracedPathways before, TracedPathways touched, Collection<String> whom) {
        if (!before.definitions().hash().equals(touched.definitions().hash())
                || before.withPoints() != touched.withPoints()) {
            throw new IllegalArgumentException("Only what the same tracer traced can be put together");
        }
        this.before = before;
        this.touched = touched;
        replaced = before.timelines().with(touched.timelines(), whom);
        timelines = replaced.timelines();
        columns = new PathwayColumns(
                before.size() + touched.size(),
                before.columns().points() + touched.columns().points());
    }

    TracedPathways all() {
        for (var stretch : replaced.stretches()) {
            var from = (stretch.touched() ? touched : before).columns();
            int first = from.firstOf(stretch.from());
            columns.append(
                    from,
                    first,
                    from.firstOf(stretch.to()) - first,
                    stretch.at() - stretch.from(),
                    stretch.rowAt() - stretch.firstRow());
        }
        columns.seal();
        settleStanding();
        collectFindings();
        var definitions = before.definitions();
        return new TracedPathways(
                columns,
                new CodeBook(definitions, timelines.codes(), timelines.pathways()),
                timelines,
                new Findings(true, List.of(findings), List.of(awaited), timelines, definitions),
                before.withPoints());
    }

    private void settleStanding() {
        for (int pathway = 0; pathway < columns.pathways(); pathway++) {
            if (columns.endRow[pathway] == NONE) {
                boolean stale = Standing.stale(timelines, columns.heardRow[pathway]);
                columns.state[pathway] = (byte) (stale ? State.STALE : State.WAITING).ordinal();
            }
        }
    }

    /// Person by person: what her rows decide, who was not received, then who is stale, as the tracer does.
    private void collectFindings() {
        var ofBefore = new Reading(before.findings());
        var ofTouched = new Reading(touched.findings());
        int pathway = 0;
        for (var stretch : replaced.stretches()) {
            var reading = stretch.touched() ? ofTouched : ofBefore;
            reading.skipTo(stretch.from());
            for (int person = stretch.from(); person < stretch.to(); person++) {
                reading.copy(person, stretch);
                int now = person + stretch.at() - stretch.from();
                for (; pathway < columns.pathways() && columns.person[pathway] == now; pathway++) {
                    if (columns.state[pathway] == State.STALE.ordinal()) {
                        findings.add(
                                Kind.STALE,
                                now,
                                columns.heardRow[pathway],
                                columns.definition[pathway],
                                columns.start[pathway]);
                    }
                }
            }
        }
    }

    /// Reads the findings of one side once, in the order of persons.
    private final class Reading {
        private final Cursor found;
        private final Cursor awaitedThere;

        Reading(Findings there) {
            found = new Cursor(there.parts());
            awaitedThere = new Cursor(there.awaited());
        }

        void skipTo(int person) {
            found.skipTo(person);
            awaitedThere.skipTo(person);
        }

        void copy(int person, Stretch stretch) {
            for (; found.isOf(person) && !found.dependsOnAsOf(); found.next()) {
                found.copyTo(findings, stretch);
            }
            for (; awaitedThere.isOf(person); awaitedThere.next()) {
                awaitedThere.copySent(stretch);
            }
            for (; found.isOf(person); found.next()) {
                found.copySent(stretch);
            }
        }
    }

    private final class Cursor {
        private final List<FindingColumns> parts;
        private int part;
        private int at;

        Cursor(List<FindingColumns> parts) {
            this.parts = parts;
            pass();
        }

        private FindingColumns here() {
            return parts.get(part);
        }

        private void pass() {
            while (part < parts.size() && at == here().size()) {
                part++;
                at = 0;
            }
        }

        void next() {
            at++;
            pass();
        }

        void skipTo(int person) {
            while (part < parts.size() && here().person(at) < person) {
                next();
            }
        }

        boolean isOf(int person) {
            return part < parts.size() && here().person(at) == person;
        }

        boolean dependsOnAsOf() {
            return here().kind(at) == Kind.SENT_NOT_RECEIVED || here().kind(at) == Kind.STALE;
        }

        /// Somebody sent and not received in time is a finding when that time has passed, and awaited until then.
        void copySent(Stretch stretch) {
            if (here().kind(at) == Kind.SENT_NOT_RECEIVED) {
                int row = here().row(at) + stretch.rowAt() - stretch.firstRow();
                copyTo(PointPlacement.overdue(timelines, row) ? findings : awaited, stretch);
            }
        }

        void copyTo(FindingColumns to, Stretch stretch) {
            to.add(
                    here().kind(at),
                    here().person(at) + stretch.at() - stretch.from(),
                    here().row(at) + stretch.rowAt() - stretch.firstRow(),
                    here().definition(at),
                    here().start(at));
        }
    }
}
