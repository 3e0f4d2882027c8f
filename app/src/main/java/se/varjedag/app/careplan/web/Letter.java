package se.varjedag.app.careplan.web;

import java.time.LocalDate;
import java.util.List;
import se.varjedag.app.careplan.Messages.Message;
import se.varjedag.app.careplan.PlanStructure;

/// One message in finished words.
///
/// @param mine whether the reader's side wrote it
/// @param about what it is a comment on, in words; empty for none
/// @param signed who wrote it and when
/// @param promise by when it is answered; empty where it is, or is an answer
public record Letter(boolean mine, String about, String text, String signed, String promise, String read) {
    /// How a section of the plan is written where a message says what it is about.
    static final String SECTION = "plan-";

    static List<Letter> ofPatient(List<Message> all, Plain words, LocalDate today) {
        return all.stream().map(one -> of(one, words, today, true)).toList();
    }

    static List<Letter> ofStaff(List<Message> all, Plain words, LocalDate today) {
        return all.stream().map(one -> of(one, words, today, false)).toList();
    }

    private static Letter of(Message one, Plain words, LocalDate today, boolean patient) {
        boolean mine = one.fromPatient() == patient;
        var formats = words.texts().formats();
        var by = one.fromPatient() ? words.t(patient ? "mvp.msg.me" : "mvp.staff.patient") : one.by();
        return new Letter(
                mine,
                one.about().isEmpty() ? "" : words.t("mvp.msg.about", about(one.about(), words)),
                one.words(),
                by + ", " + formats.moment(one.at()),
                one.answered()
                        ? ""
                        : one.promised()
                                .map(day -> words.t(
                                        day.isBefore(today) ? "mvp.msg.promised.passed" : "mvp.msg.promised",
                                        words.day(day, today)))
                                .orElse(""),
                mine
                        ? one.read()
                                .map(read -> read.by().isEmpty()
                                        ? words.t("mvp.msg.read.patient", formats.moment(read.at()))
                                        : words.t("mvp.msg.read", read.by(), formats.moment(read.at())))
                                .orElse("")
                        : "");
    }

    /// A part of the plan in words. A section that the structure no longer has is called by the whole plan's name.
    static String about(String part, Plain words) {
        if (!part.startsWith(SECTION)) {
            return words.t("mvp.msg.part." + part);
        }
        return PlanStructure.shipped()
                .section(part.substring(SECTION.length()))
                .map(one -> one.title().in(LetterText.of(words)))
                .orElseGet(() -> words.t("mvp.plan.title"));
    }
}
