package se.varjedag.app.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.intake.Imports;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Visitor;

/// The page of data, the page of one file, and the reading in of another.
@Controller
@Allowed(Permission.DELIVERIES)
class DataController {

    private static final int LATEST = 20;

    private final Imports imports;
    private final Timeline timeline;
    private final Units units;
    private final Frame frame;
    private final SignedIn signedIn;

    DataController(Imports imports, Timeline timeline, Units units, Frame frame, SignedIn signedIn) {
        this.imports = imports;
        this.timeline = timeline;
        this.units = units;
        this.frame = frame;
        this.signedIn = signedIn;
    }

    @GetMapping("/data")
    String page(
            @RequestParam(name = "fel", defaultValue = "") String trouble, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var runs =
                imports.runs(LATEST).stream().map(run -> RunRow.of(run, texts)).toList();
        model.addAttribute("page", frame.page(request, texts.text("menu.data")));
        model.addAttribute(
                "data",
                DataPage.of(maySend(), runs, timeline.snapshot().pathways().findings(), units, texts));
        model.addAttribute("trouble", trouble.equals("tom") ? texts.text("data.nofile") : "");
        return "intake/data";
    }

    @Allowed(Permission.DELIVER)
    @PostMapping(path = "/data", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String read(
            @RequestParam("fil") MultipartFile file,
            @RequestParam(name = "komplett", defaultValue = "false") boolean complete)
            throws IOException {
        var name = file.getOriginalFilename();
        if (name == null || name.isBlank()) {
            return "redirect:/data?fel=tom";
        }
        var by = frame.visitor().map(Visitor::name).orElse("");
        try (var content = file.getInputStream()) {
            var run = imports.start(content, lastPart(name), new Imports.Options(by, complete));
            return "redirect:/data/" + run.id();
        }
    }

    @GetMapping("/data/{id:\\d+}")
    String run(
            @PathVariable long id,
            @RequestParam(name = "sida", defaultValue = "1") int number,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("run", run(id, number, request));
        model.addAttribute("page", frame.page(request, frame.texts(request).text("data.run")));
        return "intake/run";
    }

    /// How far a file has come; when it is done the page is asked to load itself anew.
    @GetMapping("/data/{id:\\d+}/framsteg")
    String progress(@PathVariable long id, HttpServletRequest request, HttpServletResponse response, Model model) {
        var run = run(id, 1, request);
        if (!run.run().running()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("run", run);
        model.addAttribute("page", frame.page(request, frame.texts(request).text("data.run")));
        return "intake/progress";
    }

    private RunPage run(long id, int number, HttpServletRequest request) {
        var texts = frame.texts(request);
        var run = imports.run(id).orElseThrow(Given::notFound);
        var percent = imports.percent(id).orElse(100);
        return RunPage.of(RunRow.of(run, texts), percent, imports.rejects(id, number), texts);
    }

    private boolean maySend() {
        return signedIn.may(Permission.DELIVER);
    }

    /// A browser may send the whole path of the file; only its name is kept.
    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
