package se.varjedag.app.patients.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.LogEntry;
import se.varjedag.app.access.LogReach;
import se.varjedag.app.access.LogSearch;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.Role;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.OwnBeside;
import se.varjedag.app.patients.PatientValues;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.patients.ValueWords;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.FigureFiles;

/// What a patient sees: her own events, which unit has opened them and when, and all of it to take along.
@Controller
@Allowed(Permission.OWN_DATA)
public class OwnDataController {
    private static final String PATH = "/mina-uppgifter";
    private static final int LOOKS = 100;

    /// The law asks for five years at least; nothing older is asked for here.
    private static final int YEARS = 10;

    private final Patients patients;
    private final PatientValues values;
    private final ValueWords words;
    private final LogSearch log;
    private final SignedIn signedIn;
    private final Units units;
    private final ObjectProvider<OwnBeside> beside;
    private final Frame frame;

    OwnDataController(
            Patients patients,
            PatientValues values,
            ValueWords words,
            LogSearch log,
            SignedIn signedIn,
            Units units,
            ObjectProvider<OwnBeside> beside,
            Frame frame) {
        this.beside = beside;
        this.patients = patients;
        this.values = values;
        this.words = words;
        this.log = log;
        this.signedIn = signedIn;
        this.units = units;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        MenuItem ownDataInMenu() {
            return new MenuItem(5, "menu.own", PATH);
        }
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "fore", defaultValue = "") String before, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var person = signedIn.patient();
        var events = patients.own(signedIn.required(), person, Errand.page(request.getRemoteAddr()));
        model.addAttribute("page", frame.page(request, texts.text("own.title")));
        model.addAttribute("rows", PatientPage.rows(events, texts, named(texts)));
        model.addAttribute("values", values(person, texts));
        var number = before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        var looks = looks(person, number, LOOKS + 1);
        var shown = looks.stream().limit(LOOKS).toList();
        model.addAttribute(
                "looks", shown.stream().map(one -> look(one.entry(), texts)).toList());
        model.addAttribute(
                "older",
                looks.size() > LOOKS ? PATH + "?fore=" + shown.getLast().number() + "#own-looks" : "");
        return "patients/own";
    }

    /// The register extract (registerutdrag): everything that is kept about her here, and who has opened it.
    @GetMapping(PATH + "/utdrag.csv")
    ResponseEntity<byte[]> extract(HttpServletRequest request) {
        var texts = frame.texts(request);
        var person = signedIn.patient();
        var lines = new StringBuilder("\uFEFF");
        row(
                lines,
                texts.text("patient.day"),
                texts.text("patient.what"),
                texts.text("patient.unit"),
                texts.text("patient.from"));
        var told = patients.own(
                signedIn.required(), person, Errand.handOut("GET " + PATH + "/utdrag.csv", request.getRemoteAddr()));
        for (var one : PatientPage.rows(told, texts, named(texts))) {
            row(lines, one.day(), one.what() + (one.code().isEmpty() ? "" : " " + one.code()), one.unit(), one.from());
        }
        row(lines, "");
        row(
                lines,
                texts.text("patient.day"),
                texts.text("own.value.what"),
                texts.text("own.value.value"),
                texts.text("patient.unit"),
                texts.text("patient.from"));
        for (var one : values(person, texts)) {
            row(lines, one.day(), one.what(), one.value(), one.unit(), one.from());
        }
        row(lines, "");
        row(
                lines,
                texts.text("patient.day"),
                texts.text("patient.what"),
                texts.text("own.value.value"),
                texts.text("patient.unit"));
        beside.stream()
                .flatMap(one -> one.of(person, told, texts).stream())
                .forEach(one -> row(lines, one.day(), one.what(), one.words(), one.unit()));
        row(lines, "");
        row(lines, texts.text("own.when"), texts.text("own.did"), texts.text("own.unit"), texts.text("own.role"));
        for (var one : looks(person, Long.MAX_VALUE, Integer.MAX_VALUE)) {
            var look = look(one.entry(), texts);
            row(lines, look.when(), look.did(), look.unit(), look.role());
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"utdrag.csv\"")
                .body(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The units as a patient reads them: by name, never by an id.
    private UnaryOperator<String> named(Texts texts) {
        return units.namedOr(texts.text("patient.unit.nameless"));
    }

    private static void row(StringBuilder lines, String... cells) {
        for (int at = 0; at < cells.length; at++) {
            lines.append(at == 0 ? "" : ";")
                    .append('"')
                    .append(FigureFiles.defused(cells[at]).replace("\"", "\"\""))
                    .append('"');
        }
        lines.append("\r\n");
    }

    /// One clinical value of hers.
    ///
    /// @param by   how it came here, in words
    /// @param from how it came here, and the system that sent it
    public record ValueRow(String day, String what, String value, String unit, String by, String from) {}

    private List<ValueRow> values(UUID person, Texts texts) {
        return values.own(person).stream()
                .map(value -> new ValueRow(
                        texts.formats().date(value.fact().day()),
                        words.name(value.fact(), texts),
                        words.value(value.fact(), texts),
                        value.unit().isEmpty()
                                ? texts.text("patient.nounit")
                                : named(texts).apply(value.unit()),
                        texts.text("own.value.by." + value.origin().key()),
                        texts.text("own.value.from." + value.origin().key(), value.source())))
                .toList();
    }

    /// Who has opened her data, in plain words.
    ///
    /// @param unit where she acted; of a relative whom the patient has let in her name
    /// @param role what she acted as; never her name, and empty of a relative
    public record Look(String when, String did, String unit, String role) {}

    private List<LogSearch.Line> looks(UUID person, long number, int atMost) {
        var today = frame.today();
        var query = new LogSearch.Query(
                LogReach.EVERYTHING, today.minusYears(YEARS), today, "", Optional.of(person), Optional.empty(), false);
        var ofOthers = new LogSearch.Narrowing(
                Optional.empty(), Optional.empty(), Optional.of(true), Optional.of(Role.PATIENT));
        return log.looks(query, ofOthers, number, atMost);
    }

    private Look look(LogEntry entry, Texts texts) {
        // A relative whom the patient has let in: she knows her by name.
        boolean relative = entry.role().equals(Role.PATIENT.key());
        return new Look(
                texts.formats().moment(entry.at()),
                texts.text(
                        entry.action() == LogEntry.Action.EXPORT
                                ? "own.did.export"
                                : "log.action." + entry.action().key()),
                relative
                        ? texts.text("own.family", entry.name())
                        : entry.place().isEmpty()
                                ? texts.text("patient.nounit")
                                : named(texts).apply(entry.place()),
                relative ? "" : entry.byItself() ? texts.text("own.itself") : texts.text("role." + entry.role()));
    }
}
