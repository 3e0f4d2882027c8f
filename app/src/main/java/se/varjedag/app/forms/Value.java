package se.varjedag.app.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.OptionalInt;
import se.varjedag.app.reference.Sweden;

/// One answer to one question.
public sealed interface Value {

    record Truth(boolean yes) implements Value {}

    record Whole(int number) implements Value {}

    record Decimal(BigDecimal number) implements Value {}

    record Day(LocalDate day) implements Value {}

    record Moment(OffsetDateTime at) implements Value {}

    record Hour(LocalTime time) implements Value {}

    /// Words, also those beside the options of an open choice.
    record Words(String text) implements Value {}

    record Link(String address) implements Value {}

    /// One of a list.
    record Choice(String system, String code, String display) implements Value {}

    /// A number and what it is counted in.
    ///
    /// @param unit in words; `system` and `code` as UCUM has it, empty where none was given
    record Amount(BigDecimal number, String unit, String system, String code) implements Value {}

    /// Whether two answers say the same: numbers by their worth, a choice by its code.
    default boolean same(Value other) {
        if (this instanceof Choice one && other instanceof Choice two) {
            return one.code().equals(two.code()) && one.system().equals(two.system());
        }
        return against(other).orElse(equals(other) ? 0 : 1) == 0;
    }

    /// This answer against another of its kind: below zero when it is less; empty where one is neither less nor more,
    /// as for words and for amounts in different units.
    default OptionalInt against(Value other) {
        return switch (this) {
            case Whole one
            when other instanceof Whole two -> OptionalInt.of(Integer.compare(one.number(), two.number()));
            case Decimal one
            when other instanceof Decimal two -> OptionalInt.of(one.number().compareTo(two.number()));
            case Day one
            when other instanceof Day two -> OptionalInt.of(one.day().compareTo(two.day()));
            case Moment one
            when other instanceof Moment two ->
                OptionalInt.of(one.at().toInstant().compareTo(two.at().toInstant()));
            case Hour one
            when other instanceof Hour two -> OptionalInt.of(one.time().compareTo(two.time()));
            case Amount one
            when other instanceof Amount two
                    && one.system().equals(two.system())
                    && one.code().equals(two.code())
                    && one.unit().equals(two.unit()) ->
                OptionalInt.of(one.number().compareTo(two.number()));
            default -> OptionalInt.empty();
        };
    }

    /// The answer as a field of a form holds it.
    default String written() {
        return switch (this) {
            case Truth(var yes) -> Boolean.toString(yes);
            case Whole(var number) -> Integer.toString(number);
            case Decimal(var number) -> number.toPlainString();
            case Day(var day) -> day.toString();
            case Moment(var at) ->
                at.atZoneSameInstant(Sweden.TIME).toLocalDateTime().toString();
            case Hour(var time) -> time.toString();
            case Words(var text) -> text;
            case Link(var address) -> address;
            case Choice choice -> choice.code();
            case Amount amount -> amount.number().toPlainString();
        };
    }
}
