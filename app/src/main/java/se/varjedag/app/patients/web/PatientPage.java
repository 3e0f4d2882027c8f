package se.varjedag.app.patients.web;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import se.varjedag.app.access.Blocks;
import se.varjedag.app.access.Openings;
import se.varjedag.app.identity.Shown;
import se.varjedag.app.patients.PatientNames;
import se.varjedag.app.patients.Patients.Sight;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.MeasuringPoint;

/// One patient as the reader may see her.
///
/// @param path      the address of the page, under which its forms are sent
/// @param name      who she is, in words; of who is protected only that she is
/// @param number    her number as people write it; empty when there is none to show
/// @param guarded   whether her personal data are protected
/// @param emergency whether she is seen by an emergency
/// @param blocks    those that the reader's unit may end
/// @param blocking  whether the reader's unit may block anything: it has a relation to her
public record PatientPage(
        String path,
        String name,
        String number,
        boolean guarded,
        boolean emergency,
        List<Row> rows,
        boolean within,
        boolean beyond,
        boolean blocked,
        List<BlockRow> blocks,
        boolean blocking) {
    private static final Pattern NATIONAL_CODE = Pattern.compile("[A-Z]{2}\\d{3}");
    private static final int LETTERS_AND_TRACK = 3;

    public PatientPage {
        rows = List.copyOf(rows);
        blocks = List.copyOf(blocks);
    }

    /// One event in words.
    ///
    /// @param code the national code, where the words are not the code themselves; otherwise empty
    /// @param from  where it is known from: the sending system
    /// @param typed whether it was typed here
    public record Row(String day, String what, String code, String unit, String from, boolean planned, boolean typed) {}

    /// One block that the reader's unit may end.
    public record BlockRow(long id, String what, String made) {}

    static PatientPage of(Sight sight, Texts texts, UnaryOperator<String> units) {
        var who = sight.who();
        return new PatientPage(
                PatientController.PATH + "/" + sight.person(),
                PatientNames.of(who, texts),
                number(who),
                who instanceof Shown.Protected,
                sight.reach().open().contains(Openings.Kind.EMERGENCY),
                rows(sight.events(), texts, units),
                sight.within(),
                sight.beyond(),
                sight.blocked(),
                sight.own().stream().map(block -> block(block, texts, units)).toList(),
                sight.reach().related());
    }

    static List<Row> rows(List<Event> events, Texts texts, UnaryOperator<String> units) {
        return events.stream().map(event -> row(event, texts, units)).toList();
    }

    private static Row row(Event event, Texts texts, UnaryOperator<String> units) {
        var what = what(event.code(), texts);
        boolean typed = event.source().equals(Event.TYPED);
        return new Row(
                texts.formats().date(event.day()),
                what,
                what.equals(event.code())
                                || !NATIONAL_CODE.matcher(event.code()).matches()
                        ? ""
                        : event.code(),
                event.unit().isEmpty() ? texts.text("patient.nounit") : units.apply(event.unit()),
                typed ? texts.text("patient.from.typed") : event.source(),
                event.planned(),
                typed);
    }

    /// What the code says, or the code itself where it is none of the national ones.
    private static String what(String code, Texts texts) {
        var named = MeasuringPoint.ofKey(code);
        if (named.isPresent()) {
            return named.get().word(texts.language());
        }
        if (NATIONAL_CODE.matcher(code).matches()) {
            var key = "suffix." + Integer.parseInt(code.substring(LETTERS_AND_TRACK));
            return texts.has(key) ? texts.text(key) : code;
        }
        return code;
    }

    private static String number(Shown who) {
        return switch (who) {
            case Shown.Known known -> known.number().written();
            case Shown.Protected known -> known.number().written();
            case Shown.MadeUp _, Shown.Unknown _ -> "";
        };
    }

    private static BlockRow block(Blocks.Block block, Texts texts, UnaryOperator<String> units) {
        return new BlockRow(
                block.id(),
                block.unit().isEmpty()
                        ? texts.text("patient.block.caregiver", block.caregiver())
                        : texts.text("patient.block.unit", units.apply(block.unit())),
                texts.formats().moment(block.made()));
    }
}
