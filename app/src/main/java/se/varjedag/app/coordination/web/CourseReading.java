package se.varjedag.app.coordination.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.coordination.Course;
import se.varjedag.app.coordination.Courses;
import se.varjedag.app.coordination.Covers;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.coordination.Worklist;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Texts;

/// Puts one pathway into words, with what stands beside it.
@Component
class CourseReading {
    private final Courses courses;
    private final Worklist worklist;
    private final Covers covers;
    private final Staffing staffing;
    private final Today today;
    private final Units units;

    CourseReading(Courses courses, Worklist worklist, Covers covers, Staffing staffing, Today today, Units units) {
        this.courses = courses;
        this.worklist = worklist;
        this.covers = covers;
        this.staffing = staffing;
        this.today = today;
        this.units = units;
    }

    CoursePage page(Course course, Acting acting, Texts texts) {
        var words = new Words(texts);
        var day = today.day();
        var with = new WorkRow.With(
                words,
                day,
                ClockBar.Axis.of(List.of(course.line().clock())),
                units::name,
                covers.at(acting.assignment().place(), day),
                _ -> words.who(course.sight().who()),
                true,
                worklist.chancesKnown());
        var beside = new CoursePage.Beside(
                courses.notes(course),
                staffing.all(acting, day),
                courses.startable().stream()
                        .map(one -> new WorklistPage.Option(one.id(), one.name(texts.language()), false))
                        .sorted(Comparator.comparing(WorklistPage.Option::text))
                        .toList(),
                all());
        return CoursePage.of(course, with, beside, acting);
    }

    /// Every unit that is known, by name.
    List<Unit> all() {
        return units.histories().keySet().stream()
                .flatMap(id -> units.byId(id).stream())
                .sorted(Comparator.comparing(Unit::name))
                .toList();
    }
}
