package se.varjedag.app.followup.web;

import java.time.YearMonth;
import se.varjedag.app.web.Formats;

/// Which months are named under a chart: January with its year, July, and the last one.
public final class MonthTicks {

    private MonthTicks() {}

    /// The label of a month where there is room.
    public static String wide(YearMonth month, int index, int size, Formats formats) {
        var last = index == size - 1;
        if (month.getMonthValue() == 1 || (index == 0 && size < 14)) {
            return formats.monthShort(month) + "\n" + month.getYear();
        }
        if (last) {
            return formats.monthShort(month);
        }
        var crowded = size - 1 - index < 2;
        return month.getMonthValue() == 7 && !crowded ? formats.monthShort(month) : "";
    }

    /// The label of a month where there is little.
    public static String narrow(YearMonth month, int index, int size, Formats formats) {
        if (month.getMonthValue() == 1) {
            return formats.monthShort(month) + "\n" + month.getYear();
        }
        return index == size - 1 && month.getMonthValue() > 3 ? formats.monthShort(month) : "";
    }
}
