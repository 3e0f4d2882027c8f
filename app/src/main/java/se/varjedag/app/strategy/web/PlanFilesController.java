package se.varjedag.app.strategy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.strategy.Activities;
import se.varjedag.app.strategy.Entry.What;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.strategy.Status;
import se.varjedag.app.strategy.table.PlanFiles;
import se.varjedag.app.strategy.table.PlanReading;
import se.varjedag.app.strategy.table.PlanTable;
import se.varjedag.app.strategy.table.TablesOfFile;
import se.varjedag.app.strategy.table.TablesOfFile.Unreadable;
import se.varjedag.app.strategy.web.PlanFrame.Opened;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// The table of a plan in and out, as CSV, XLSX and DOCX.
@Controller
public class PlanFilesController {
    private static final String READ = "/plan/las-in";
    private static final long LARGEST = 2_000_000;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final PlanFrame plan;
    private final Activities activities;
    private final TransactionTemplate together;
    private final Frame frame;
    private final Clock clock = Clock.systemUTC();

    PlanFilesController(PlanFrame plan, Activities activities, TransactionTemplate together, Frame frame) {
        this.plan = plan;
        this.activities = activities;
        this.together = together;
        this.frame = frame;
    }

    /// Something of the file that could not be understood, in words.
    public record Line(String where, String why, String value) {}

    @GetMapping("/plan/handlingsplan.{kind}")
    @Allowed(Permission.FIGURES)
    ResponseEntity<byte[]> file(
            @PathVariable String kind, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        var opened = plan.open(parameters, request).orElseThrow(Given::notFound);
        var table = PlanTable.of(opened.plan().name(), opened.chosen(plan.today()), opened.promises(), opened.areas());
        return switch (kind) {
            case "csv" -> answer(kind, CSV, PlanFiles.csv(table));
            case "xlsx" -> answer(kind, XLSX, PlanFiles.xlsx(table));
            case "docx" -> answer(kind, DOCX, PlanFiles.docx(table));
            default -> throw Given.notFound();
        };
    }

    private static ResponseEntity<byte[]> answer(String kind, MediaType type, byte[] file) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("handlingsplan." + kind)
                                .build()
                                .toString())
                .body(file);
    }

    @GetMapping(READ)
    @Allowed(Permission.PLAN)
    String choose(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        var opened = plan.open(parameters, request).orElseThrow(Given::notFound);
        plan.toWrite(opened.plan().id());
        var texts = plan.texts(request);
        var wrong = parameters.getOrDefault("fel", "");
        show(opened, request, model);
        model.addAttribute("trouble", wrong.isEmpty() ? "" : texts.text("strategy.read.trouble"));
        return "strategy/read";
    }

    private void show(Opened opened, HttpServletRequest request, Model model) {
        model.addAttribute("page", frame.page(request, plan.texts(request).text("strategy.read.title")));
        model.addAttribute("plan", opened.plan());
        model.addAttribute("trouble", "");
        model.addAttribute("read", -1);
        model.addAttribute("lines", List.of());
    }

    @PostMapping(path = READ, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Permission.PLAN)
    String read(
            @RequestParam("plan") String named,
            @RequestParam("fil") MultipartFile file,
            HttpServletRequest request,
            Model model)
            throws IOException {
        var opened = plan.open(Map.of(PlanChoice.PLAN, named), request).orElseThrow(Given::notFound);
        plan.toWrite(opened.plan().id());
        var back = "redirect:" + READ + "?plan=" + opened.plan().id() + "&fel=fil";
        if (file.isEmpty() || file.getSize() > LARGEST) {
            return back;
        }
        PlanReading reading;
        try {
            reading = PlanReading.of(
                    TablesOfFile.of(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes()),
                    new PlanReading.Known(opened.plan().healthcareRegion(), opened.promises(), opened.areas()));
        } catch (Unreadable _) {
            return back;
        }
        var signed = Signed.of(plan.acting(), clock.instant());
        together.executeWithoutResult(
                _ -> reading.activities().forEach(one -> keep(opened.plan().id(), one, signed)));
        var texts = plan.texts(request);
        show(opened, request, model);
        model.addAttribute("read", reading.activities().size());
        model.addAttribute(
                "lines",
                reading.troubles().stream()
                        .map(one -> new Line(
                                texts.text("strategy.read.where", one.table(), one.row()),
                                texts.text("strategy.read.why." + one.why()),
                                one.value()))
                        .toList());
        return "strategy/read";
    }

    private void keep(long id, PlanReading.Read one, Signed signed) {
        long activity = activities.add(id, one.content(), "", signed);
        if (one.status() != Status.UNKNOWN) {
            activities.say(activity, one.status(), one.words(), signed);
        } else if (!one.words().isEmpty()) {
            activities.note(activity, What.COMMENT, plan.today(), one.words(), signed);
        }
        one.comments().forEach(words -> activities.note(activity, What.COMMENT, plan.today(), words, signed));
    }
}
