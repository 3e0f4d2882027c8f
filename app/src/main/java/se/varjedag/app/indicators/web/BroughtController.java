package se.varjedag.app.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.indicators.Brought;
import se.varjedag.app.indicators.Catalogue;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Texts;

/// Where figures are brought of indicators that the system has no source for.
@Controller
@Allowed(Permission.BRING_FIGURES)
public class BroughtController {
    static final String PATH = "/folj-upp/indikatorer/egna-siffror";
    private static final long LARGEST = 2_000_000;

    private final Brought brought;
    private final Catalogue catalogue;
    private final SignedIn signedIn;
    private final Frame frame;

    BroughtController(Brought brought, Catalogue catalogue, SignedIn signedIn, Frame frame) {
        this.brought = brought;
        this.catalogue = catalogue;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    /// An indicator that may be brought.
    ///
    /// @param places by which it is told, as they are written in a file
    public record Wanted(String id, String name, String places) {}

    /// A file that was brought.
    public record File(String name, String when, String by, String figures, List<String> refused) {}

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "fel", defaultValue = "") String trouble, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        model.addAttribute("page", frame.page(request, texts.text("indicator.bring.title")));
        model.addAttribute(
                "wanted",
                catalogue.all().stream()
                        .filter(one -> one.measure().isEmpty())
                        .map(one -> new Wanted(
                                one.id(),
                                one.name().in(texts.language()),
                                String.join(
                                        ", ",
                                        one.places().stream().map(Place::key).toList())))
                        .toList());
        model.addAttribute(
                "files", brought.latest().stream().map(one -> file(one, texts)).toList());
        var key = "indicator.bring.trouble." + trouble;
        model.addAttribute("trouble", texts.has(key) ? texts.text(key) : "");
        return "indicators/bring";
    }

    private File file(Brought.Delivery one, Texts texts) {
        return new File(
                one.file(),
                texts.formats().moment(one.at()),
                one.by(),
                texts.formats().whole(one.figures()),
                brought.refused(one.id()).stream()
                        .map(row -> texts.text(
                                "indicator.bring.row",
                                texts.formats().whole(row.line()),
                                row.column(),
                                row.value(),
                                texts.text("indicator.bring.why." + row.why())))
                        .toList());
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String bring(@RequestParam("fil") MultipartFile file) throws IOException {
        var path = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        // A browser may send the whole path of the file; only its name is kept.
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (name.isBlank() || file.getSize() > LARGEST) {
            return "redirect:" + PATH + "?fel=" + (file.getSize() > LARGEST ? "stor" : "tom");
        }
        brought.bring(signedIn.required(), name, new String(file.getBytes(), StandardCharsets.UTF_8));
        return "redirect:" + PATH;
    }
}
