package se.varjedag.nation;

import java.util.ArrayList;
import java.util.List;

/// Lays out what has to be done for one patient: the steps in order, as far as the outcome needs them.
final class Routes {
    private static final double ALL_DONE_BEFORE_DISMISSAL = 0.6;

    /// Of those whose pathway has an extended investigation, the share who need it (assumed).
    private static final double EXTENDED = 0.3;

    private Routes() {}

    /// The steps for this outcome. Those who leave turn off on the way.
    static Step[] of(PathwayModel model, int outcome, boolean reaches, boolean leavesRegion, Chance chance) {
        if (outcome == Outcomes.NOT_MET) {
            return new Step[] {Step.END};
        }
        var steps = new ArrayList<Step>();
        steps.add(Step.REFERRAL);
        steps.add(Step.VISIT);
        investigate(model, chance, steps);
        if (!reaches) {
            turnOff(steps, outcome, chance);
            return steps.toArray(Step[]::new);
        }
        decide(model, chance, steps);
        if (leavesRegion) {
            steps.add(Step.TRANSFER);
        }
        if (chance.happens(model.own())) {
            steps.add(Step.OWN_TIME);
        }
        steps.add(Step.END);
        return steps.toArray(Step[]::new);
    }

    private static void investigate(PathwayModel model, Chance chance, List<Step> steps) {
        boolean scopeFirst = model.specialty() == Specialty.COLORECTAL || model.endoscopy() > 0.8;
        boolean specimen = chance.happens(model.specimen());
        boolean endoscopy = chance.happens(model.endoscopy());
        if (scopeFirst) {
            sample(steps, endoscopy, specimen);
        }
        for (var image : model.imaging()) {
            if (chance.happens(image.probability())) {
                steps.add(image.what());
            }
        }
        if (!scopeFirst) {
            sample(steps, endoscopy, specimen);
        }
        if (chance.happens(model.operation())) {
            steps.add(Step.OPERATION);
            steps.add(Step.SPECIMEN);
        }
        if (specimen && chance.happens(model.repeat())) {
            steps.add(Step.OWN_TIME);
            sample(steps, endoscopy, true);
        }
    }

    private static void sample(List<Step> steps, boolean endoscopy, boolean specimen) {
        if (endoscopy) {
            steps.add(Step.ENDOSCOPY);
        }
        if (specimen) {
            steps.add(Step.SPECIMEN);
        }
    }

    private static void decide(PathwayModel model, Chance chance, List<Step> steps) {
        if (chance.happens(model.conference())) {
            steps.add(Step.CONFERENCE);
        }
        steps.add(Step.INFORM);
        if (model.mayBeExtended() && chance.happens(EXTENDED)) {
            steps.add(Step.DECIDE);
        }
    }

    private static void turnOff(List<Step> steps, int outcome, Chance chance) {
        boolean dismissed = outcome == Outcomes.DISMISSED || outcome == Outcomes.OTHER_CANCER;
        if (!dismissed || !chance.happens(ALL_DONE_BEFORE_DISMISSAL)) {
            int kept = chance.between(2, steps.size());
            while (steps.size() > kept) {
                steps.removeLast();
            }
        }
        if (steps.getLast() == Step.OWN_TIME) {
            steps.removeLast();
        }
        if (outcome == Outcomes.DISMISSED && chance.happens(0.5)) {
            steps.add(Step.INFORM);
        }
        steps.add(Step.END);
    }
}
