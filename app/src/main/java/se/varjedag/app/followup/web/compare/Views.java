package se.varjedag.app.followup.web.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.pathway.measure.GroupKey;

/// What can be compared: the ways between the pages of Jämför.
public record Views(List<View> all) {

    public Views {
        all = List.copyOf(all);
    }

    /// One way.
    ///
    /// @param current `page` for the one that is shown, otherwise null
    public record View(String words, String path, @Nullable String current) {}

    static Views of(Reading reading, GroupKey shown) {
        return of(reading, shown, null);
    }

    static Views of(Reading reading, Answering shown) {
        return of(reading, null, shown);
    }

    private static Views of(Reading reading, @Nullable GroupKey key, @Nullable Answering answering) {
        var views = new ArrayList<View>();
        for (var one : Comparison.KEYS) {
            views.add(new View(
                    reading.t("compare.view." + one.key()),
                    ComparePage.FOLDER + reading.selection().with("by", one.key()),
                    one == key ? "page" : null));
        }
        for (var one : Answering.values()) {
            views.add(new View(
                    reading.t("compare.view." + one.slug()),
                    ComparePage.FOLDER + "/" + one.slug() + reading.selection().with("by", ""),
                    one == answering ? "page" : null));
        }
        return new Views(views);
    }
}
