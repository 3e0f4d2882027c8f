package se.varjedag.nation;

import java.util.ArrayList;
import java.util.List;

/// How one pathway goes in the model: who comes, what is done, how it ends. Each number stands in `pathways.csv`.
///
/// @param cases expected new cases in 2023
/// @param yield the share of the investigated that reach the end that counts
/// @param inclusion referrals against the nation's pathways taken together
/// @param urgency 0 at once, 1 soon, 2 as all
record PathwayModel(
        String id,
        Specialty specialty,
        double cases,
        double yield,
        double inclusion,
        int urgency,
        double female,
        double age,
        double spread,
        List<Likely<Step>> imaging,
        double endoscopy,
        double specimen,
        double operation,
        double conference,
        List<Likely<Integer>> treatments,
        double central,
        double filter,
        double repeat,
        double own) {

    /// Something and how likely it is.
    record Likely<T>(T what, double probability) {}

    static List<PathwayModel> all() {
        return Table.read("pathways.csv").stream().map(PathwayModel::of).toList();
    }

    private static PathwayModel of(Table.Row row) {
        var imaging = new ArrayList<Likely<Step>>();
        for (var part : row.text("imaging").split(" ", -1)) {
            if (!part.isEmpty()) {
                imaging.add(new Likely<>(modality(part.substring(0, part.indexOf(':'))), probability(part)));
            }
        }
        var treatments = new ArrayList<Likely<Integer>>();
        for (var part : row.text("treatments").split(" ", -1)) {
            treatments.add(new Likely<>(Integer.valueOf(part.substring(0, 2)), probability(part)));
        }
        return new PathwayModel(
                row.text("id"),
                Specialty.valueOf(row.text("specialty")),
                row.number("cases"),
                row.number("yield"),
                row.number("inclusion"),
                row.whole("urgency"),
                row.number("female"),
                row.number("age"),
                row.number("spread"),
                List.copyOf(imaging),
                row.number("endoscopy"),
                row.number("specimen"),
                row.number("operation"),
                row.number("conference"),
                List.copyOf(treatments),
                row.number("central"),
                row.number("filter"),
                row.number("repeat"),
                row.number("own"));
    }

    private static Step modality(String word) {
        return switch (word) {
            case "CT" -> Step.CT;
            case "MR" -> Step.MR;
            case "US" -> Step.ULTRASOUND;
            case "PET" -> Step.PET;
            default -> throw new IllegalStateException("Imaging is CT, MR, US or PET, not " + word);
        };
    }

    private static double probability(String part) {
        return Double.parseDouble(part.substring(part.indexOf(':') + 1));
    }

    /// The non-specific symptoms: closed by a conversation, never by a treatment.
    boolean closesByConversation() {
        return id.equals("allvarliga-ospecifika-symtom");
    }

    /// Whether there is an extended investigation that ends with a decision of its own.
    boolean mayBeExtended() {
        return specialty == Specialty.UPPER_ABDOMEN
                || specialty == Specialty.COLORECTAL
                || (specialty == Specialty.DIAGNOSTIC && !closesByConversation());
    }

    /// How the pathway ends for one who reaches the end.
    int treatment(Chance chance) {
        double left = chance.unit();
        for (var treatment : treatments) {
            left -= treatment.probability();
            if (left < 0) {
                return treatment.what();
            }
        }
        return treatments.getFirst().what();
    }
}
