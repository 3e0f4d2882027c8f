package se.varjedag.pathway.definition;

import java.util.Map;
import java.util.Optional;

/// The investigation tracks of a definition that has several. A track is known by its Swedish name.
///
/// @param standard the track that holds unless the marker says otherwise
/// @param extended the track that holds when the marker is present
/// @param marker the full code that says that the extended investigation is followed
/// @param standardAssumed whether the standard track is an assumption, which makes every limit chosen by it one
/// @param english the tracks, each with its name in English
public record Tracks(
        Optional<String> standard,
        Optional<String> extended,
        Optional<String> marker,
        boolean standardAssumed,
        Map<String, String> english) {

    /// A definition without tracks.
    public static final Tracks NONE = new Tracks(Optional.empty(), Optional.empty(), Optional.empty(), false, Map.of());

    /// The track's name on pages.
    public String name(String track, Language language) {
        return switch (language) {
            case SV -> track;
            case EN -> english.getOrDefault(track, track);
        };
    }
}
