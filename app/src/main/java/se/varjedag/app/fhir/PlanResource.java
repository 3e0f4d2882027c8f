package se.varjedag.app.fhir;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.StepAllowance;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.trace.State;

/// A pathway as a plan: its measuring points in the order of care, those reached, those the definition allows
/// days to and the treatment itself, each with its days and how it stands.
final class PlanResource {

    private PlanResource() {}

    static CarePlan of(Given.OfPlan given, Names names) {
        var episode = given.episode();
        var plan = new CarePlan();
        plan.setStatus(CarePlan.CarePlanStatus.fromCode(given.status().orElseThrow()));
        plan.setIntent(CarePlan.CarePlanIntent.PLAN);
        plan.setTitle(names.pathway(episode.definition()));
        plan.addCategory(EpisodeResource.pathway(episode, names));
        plan.setSubject(PatientResource.to(episode.person()));
        plan.setPeriod(EpisodeResource.period(episode.start(), episode.end().orElse(null)));
        for (var point : MeasuringPoint.inOrderOfCare()) {
            var reached = episode.points().stream()
                    .filter(one -> one.point() == point)
                    .findFirst();
            var allowed = allowed(episode, point, reached.map(Episode.Point::day));
            if (!allowed.isEmpty() || reached.isPresent() || point == MeasuringPoint.TREATMENT) {
                add(plan, episode, point, allowed, reached, names);
            }
        }
        return plan;
    }

    /// So many days to a point from another.
    ///
    /// @param kinds the treatments it is said of, while it is not known which it will be; empty: whichever
    private record Allowed(MeasuringPoint from, int days, Set<TreatmentKind> kinds) {

        Allowed {
            kinds = Set.copyOf(kinds);
        }

        static Allowed of(StepAllowance step, Episode episode) {
            return new Allowed(
                    step.from().orElseThrow(),
                    step.days().orElseThrow(),
                    episode.treatment() == null ? step.kinds() : Set.of());
        }
    }

    /// What the definition allows to a point. A step that would have begun after it ended was not gone.
    private static List<Allowed> allowed(Episode episode, MeasuringPoint to, Optional<LocalDate> reached) {
        var steps = episode.definition().allowances().stream()
                .filter(StepAllowance::measured)
                .filter(step -> step.to().orElseThrow() == to && step.validOn(episode.start()))
                .filter(step -> step.kinds().isEmpty()
                        || episode.treatment() == null
                        || step.kinds().contains(episode.treatment()))
                .map(step -> Allowed.of(step, episode))
                .filter(step -> reached.isEmpty()
                        || episode.first(step.from())
                                .map(from -> !from.isAfter(reached.get()))
                                .orElse(true))
                .distinct()
                .collect(Collectors.toList());
        if (to == MeasuringPoint.TREATMENT && episode.limit() >= 0) {
            steps.addFirst(new Allowed(MeasuringPoint.SUSPICION, episode.limit(), Set.of()));
        }
        return steps;
    }

    private static void add(
            CarePlan plan,
            Episode episode,
            MeasuringPoint point,
            List<Allowed> allowed,
            Optional<Episode.Point> reached,
            Names names) {
        var activity = plan.addActivity();
        reached.ifPresent(one ->
                one.events().forEach(event -> activity.addOutcomeReference(new Reference("Procedure/" + event))));
        var detail = activity.getDetail();
        detail.setCode(new CodeableConcept()
                .setText(names.point(point))
                .addCoding(EpisodeResource.coding(Codes.POINT, point.key()).setDisplay(names.point(point))));
        detail.setStatus(status(episode, allowed, reached.isPresent()));
        reached.filter(one -> !one.unit().isEmpty())
                .ifPresent(one -> detail.addPerformer(EpisodeResource.unit(one.unit(), names)));
        schedule(detail, episode, allowed, reached);
        var words = allowed.stream()
                .map(one -> words(one, episode, reached.map(Episode.Point::day), names))
                .collect(Collectors.joining(" "));
        if (!words.isEmpty()) {
            detail.setDescription(words);
        }
    }

    private static CarePlanActivityStatus status(Episode episode, List<Allowed> allowed, boolean reached) {
        if (reached) {
            return CarePlanActivityStatus.COMPLETED;
        }
        if (!episode.state().open()) {
            return episode.state() == State.TREATED ? CarePlanActivityStatus.UNKNOWN : CarePlanActivityStatus.CANCELLED;
        }
        return allowed.stream().anyMatch(one -> episode.first(one.from()).isPresent())
                ? CarePlanActivityStatus.INPROGRESS
                : CarePlanActivityStatus.NOTSTARTED;
    }

    /// From the day the days count from to the last of those allowed; without any, the day it was reached.
    private static void schedule(
            CarePlanActivityDetailComponent detail,
            Episode episode,
            List<Allowed> allowed,
            Optional<Episode.Point> reached) {
        for (var one : allowed) {
            var from = episode.first(one.from());
            if (from.isPresent()) {
                detail.setScheduled(
                        EpisodeResource.period(from.get(), from.get().plusDays(one.days())));
                return;
            }
        }
        reached.ifPresent(one -> detail.setScheduled(EpisodeResource.period(one.day(), one.day())));
    }

    private static String words(Allowed allowed, Episode episode, Optional<LocalDate> reached, Names names) {
        var from = episode.first(allowed.from());
        var point = names.point(allowed.from())
                + (allowed.kinds().isEmpty() ? "" : " (" + names.treatments(allowed.kinds()) + ")");
        if (from.isEmpty() || (reached.isEmpty() && !episode.state().open())) {
            return names.words("plan.allowed", allowed.days(), point);
        }
        return reached.map(day ->
                        names.words("plan.taken", allowed.days(), point, ChronoUnit.DAYS.between(from.get(), day)))
                .orElseGet(() -> names.words(
                        "plan.latest", allowed.days(), point, from.get().plusDays(allowed.days())));
    }
}
