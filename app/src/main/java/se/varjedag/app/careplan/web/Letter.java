package se.varjedag.app.careplan.web;

import java.time.LocalDate;
import java.util.List;
import se.varjedag.app.careplan.Messages.Message;

/// One message in finished words.
///
/// @param mine whether the reader's side wrote it
/// @param about what it is a comment on, in words; empty for none
/// @param signed who wrote it and when
/// @param promise by when it is answered; empty where it is, or is an answer
public record Letter(boolean mine, String about, String text, String signed, String promise, String read) {

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
                one.about().isEmpty() ? "" : words.t("mvp.msg.about", words.t("mvp.msg.part." + one.about())),
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
}
