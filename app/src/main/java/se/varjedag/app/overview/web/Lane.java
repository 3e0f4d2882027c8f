package se.varjedag.app.overview.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// One lane of the picture.
///
/// @param note  under the name: what the marks mean
/// @param alarm what is wrong with the lane; empty for nothing
/// @param y     its upper edge
/// @param said  what the line under the cursor reads in it
public record Lane(
        String name, String note, String alarm, double y, double height, List<Shape> shapes, List<Reading> said) {

    public Lane {
        shapes = List.copyOf(shapes);
        said = List.copyOf(said);
    }

    /// What holds from a day on.
    record Said(LocalDate day, double x, String text) {}

    /// What is read of one thing: the newest that is said on or before a day.
    public record Reading(String name, List<Said> said) {

        public Reading {
            said = List.copyOf(said);
        }

        /// What is read on a day; empty where nothing holds.
        String on(LocalDate day) {
            var text = "";
            for (var one : said) {
                if (one.day().isAfter(day)) {
                    break;
                }
                text = one.text();
            }
            return text;
        }

        /// The places where something else holds, for the script.
        public String places() {
            return said.stream().map(one -> String.valueOf(one.x())).collect(Collectors.joining(" "));
        }

        /// What holds from each of the places on, a line each.
        public String texts() {
            return said.stream().map(Said::text).collect(Collectors.joining("\n"));
        }
    }
}
