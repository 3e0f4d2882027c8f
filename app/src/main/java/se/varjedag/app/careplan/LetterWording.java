package se.varjedag.app.careplan;

import java.util.List;
import java.util.Map;
import se.varjedag.app.careplan.ClosingLetters.Language;
import se.varjedag.app.careplan.ClosingLetters.Part;
import se.varjedag.pathway.ahead.PathwayClock;

/// Puts a closing letter into words in every language, from what has been reached of its pathway.
public interface LetterWording {

    /// The letter.
    ///
    /// @param reached the points that may be told of
    /// @param own what its signer adds, in her own words; empty for nothing
    Map<Language, List<Part>> of(Closing closing, List<PathwayClock.Reached> reached, String own);
}
