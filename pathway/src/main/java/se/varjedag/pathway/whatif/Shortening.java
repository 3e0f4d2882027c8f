package se.varjedag.pathway.whatif;

import se.varjedag.pathway.measure.Course;

/// What a change asks of each patient's course.
@FunctionalInterface
interface Shortening {

    /// Asks it of a treated pathway, which the course has just read.
    void shorten(int pathway, Course course);
}
