package se.varjedag.app.coordination;

/// How many of those whose suspicion was dismissed have got their closing letter. The module that keeps the letters
/// implements it.
public interface ClosingLettersWritten {

    /// Of a unit.
    Count at(String unit);

    /// Letters of a unit.
    ///
    /// @param toWrite ended lately, without a letter
    /// @param inTime of those below, with a letter within the days
    /// @param due dismissed within a year, but for those whose days have not passed and who have no letter yet
    /// @param days within which a letter is in time
    record Count(long toWrite, long inTime, long due, int days) {}
}
