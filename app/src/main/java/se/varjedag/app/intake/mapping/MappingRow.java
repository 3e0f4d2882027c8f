package se.varjedag.app.intake.mapping;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// One row of the mapping: such resources or messages, with such codes, mean this.
///
/// @param at         where it is written, for those who look for it
/// @param kinds      resource types (`Procedure`) or messages (`ORU`)
/// @param codes      one of these must be among its codes; empty asks for none
/// @param categories one of these must be among its categories; empty asks for none
/// @param dates      the elements that may give the day, the first that is there does
/// @param part       tells apart the events that one resource gives; empty for the only one
/// @param courseDays a further event of the same code within so many days is the same course of treatment
/// @param personsOf  only persons who have a number of this system; empty for everybody
public record MappingRow(
        String at,
        Set<String> kinds,
        List<CodePattern> codes,
        List<CodePattern> categories,
        Means means,
        WhichPathway pathway,
        List<String> dates,
        String part,
        OptionalInt courseDays,
        String personsOf) {

    public MappingRow {
        kinds = Set.copyOf(kinds);
        codes = List.copyOf(codes);
        categories = List.copyOf(categories);
        dates = List.copyOf(dates);
    }

    boolean fits(List<Coding> itsCodes, List<Coding> itsCategories) {
        return CodePattern.anyOf(codes, itsCodes) && CodePattern.anyOf(categories, itsCategories);
    }
}
