package se.varjedag.app.careplan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.varjedag.app.careplan.HomeMeasure.Part;
import se.varjedag.app.careplan.PlanStructure.Words;
import se.varjedag.app.reference.DataRow;

/// What patients may measure at home: `measures.yaml`.
@Component
public class HomeMeasures {
    private static final Words NONE = new Words("", "", "");

    private final List<HomeMeasure> all;

    HomeMeasures() {
        var file = DataRow.shipped(HomeMeasures.class, "measures.yaml");
        all = file.rows("measures").stream().map(HomeMeasures::measure).toList();
        var items = new HashSet<String>();
        for (var part : all.stream().flatMap(one -> one.parts().stream()).toList()) {
            if (!items.add(part.item())) {
                throw file.wrong("has " + part.item() + " twice");
            }
        }
    }

    /// Every one, in the order they are shown.
    public List<HomeMeasure> all() {
        return all;
    }

    /// The one with a code.
    public Optional<HomeMeasure> of(String code) {
        return all.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private static HomeMeasure measure(DataRow row) {
        return new HomeMeasure(
                row.text("measure"),
                words(row),
                words(row.row("unit")),
                row.rows("scale").stream().findFirst().map(HomeMeasures::words).orElse(NONE),
                row.perhaps("measured").orElse(""),
                row.number("decimals"),
                row.rows("parts").stream().map(HomeMeasures::part).toList());
    }

    private static Part part(DataRow row) {
        var likely = row.numbers("likely");
        return new Part(
                row.text("item"),
                row.perhaps("sv").isEmpty() ? NONE : words(row),
                row.number("lowest"),
                row.number("highest"),
                likely.getFirst(),
                likely.getLast(),
                row.decimal("apart").orElse(0));
    }

    private static Words words(DataRow row) {
        return new Words(row.text("sv"), row.text("easy"), row.text("en"));
    }
}
