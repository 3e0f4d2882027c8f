package se.varjedag.app.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.forms.Value.Amount;
import se.varjedag.app.forms.Value.Choice;
import se.varjedag.app.forms.Value.Words;

/// One item of a form: a question, a group of them, or words between.
///
/// @param id         its linkId, one of its kind in the form
/// @param conditions when it is asked; none: always
/// @param anyOfThem  whether one condition is enough
/// @param readOnly   whether nobody types it: it is counted
/// @param maxLength  of words, in characters; 0 where there is no limit
/// @param lowest     of numbers and days; null where there is no limit
/// @param initial    what stands there before anybody has answered
/// @param units      of amounts: one is given, several are chosen among
/// @param items      what stands in a group
public record Item(
        String id,
        Type type,
        Wording text,
        boolean required,
        boolean repeats,
        boolean readOnly,
        List<Condition> conditions,
        boolean anyOfThem,
        int maxLength,
        @Nullable Value lowest,
        @Nullable Value highest,
        List<Option> options,
        List<Value> initial,
        List<Amount> units,
        @Nullable Calculation calculation,
        List<Item> items) {

    public Item {
        conditions = List.copyOf(conditions);
        options = List.copyOf(options);
        initial = List.copyOf(initial);
        units = List.copyOf(units);
        items = List.copyOf(items);
    }

    /// What an item may be. FHIR has `attachment` and `reference` too: they are refused here.
    public enum Type {
        GROUP("group"),
        DISPLAY("display"),
        BOOLEAN("boolean"),
        DECIMAL("decimal"),
        INTEGER("integer"),
        DATE("date"),
        DATE_TIME("dateTime"),
        TIME("time"),
        STRING("string"),
        TEXT("text"),
        URL("url"),
        CHOICE("choice"),
        OPEN_CHOICE("open-choice"),
        QUANTITY("quantity");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /// As FHIR writes it.
        public String code() {
            return code;
        }

        /// The type that is written so; empty for one that is not taken here.
        static Optional<Type> of(String code) {
            for (var type : values()) {
                if (type.code.equals(code)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    /// One of the answers to choose among.
    ///
    /// @param worth what it counts (ordinalValue); null where it counts nothing
    public record Option(
            Value value, Wording label, @Nullable BigDecimal worth) {

        /// What a field of a form holds when it is chosen.
        public String key() {
            return value.written();
        }
    }

    /// How an answer is held against what a condition expects.
    public enum Operator {
        EXISTS("exists"),
        EQUAL("="),
        NOT_EQUAL("!="),
        GREATER(">"),
        LESS("<"),
        AT_LEAST(">="),
        AT_MOST("<=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /// The operator with this sign; empty for none.
        static Optional<Operator> of(String sign) {
            for (var operator : values()) {
                if (operator.sign.equals(sign)) {
                    return Optional.of(operator);
                }
            }
            return Optional.empty();
        }

        /// Whether it asks which of two is more.
        boolean orders() {
            return this != EXISTS && this != EQUAL && this != NOT_EQUAL;
        }
    }

    /// When an item is asked: another question's answer against an expected one. Of several answers one is enough, and
    /// without an answer nothing but `exists` can hold (as the validator of HAPI reads R4).
    public record Condition(String question, Operator operator, Value expected) {

        /// Whether these answers fulfil it.
        boolean holds(List<Value> answers) {
            if (operator == Operator.EXISTS) {
                return expected.equals(new Value.Truth(!answers.isEmpty()));
            }
            return answers.stream().anyMatch(this::holds);
        }

        private boolean holds(Value answer) {
            var order = answer.against(expected);
            return switch (operator) {
                case EXISTS -> true;
                case EQUAL -> answer.same(expected);
                case NOT_EQUAL -> !answer.same(expected);
                case GREATER -> order.isPresent() && order.getAsInt() > 0;
                case LESS -> order.isPresent() && order.getAsInt() < 0;
                case AT_LEAST -> order.isPresent() && order.getAsInt() >= 0;
                case AT_MOST -> order.isPresent() && order.getAsInt() <= 0;
            };
        }
    }

    /// Whether it can be answered.
    public boolean asks() {
        return type != Type.GROUP && type != Type.DISPLAY;
    }

    /// The option that an answer is; empty for words beside the options, and for none of them.
    Optional<Option> option(Value answer) {
        return options.stream().filter(one -> one.value().same(answer)).findFirst();
    }

    /// What an answer counts: a number itself, an option its worth.
    Optional<BigDecimal> worth(Value answer, boolean ofOption) {
        if (ofOption) {
            return option(answer).flatMap(one -> Optional.ofNullable(one.worth()));
        }
        return switch (answer) {
            case Value.Whole(var number) -> Optional.of(BigDecimal.valueOf(number));
            case Value.Decimal(var number) -> Optional.of(number);
            case Amount amount -> Optional.of(amount.number());
            case Value.Truth _, Value.Day _, Value.Moment _, Value.Hour _, Words _, Value.Link _, Choice _ ->
                Optional.empty();
        };
    }
}
