package se.varjedag.app.reference;

import java.time.ZoneId;

/// The country that the days of care are counted in.
public final class Sweden {
    /// Its time: a moment is of the day that it has here.
    public static final ZoneId TIME = ZoneId.of("Europe/Stockholm");

    private Sweden() {}
}
