package se.varjedag.app.web.pdf;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Makes a PDF of a page: tagged after PDF/UA, with its fonts in it. Nothing is fetched for it.
public final class Pdf {
    private static final List<Integer> WEIGHTS = List.of(300, 400, 600);

    /// A font of a family: its letters and its weight.
    private record Font(String family, int weight, FSSupplier<InputStream> bytes) {}

    /// What is read once, when the first PDF is asked for.
    private static final class Kept {
        static final List<Font> FONTS;
        static final Hyphens SWEDISH;
        static final Hyphens ENGLISH;

        static {
            XRLog.setLoggingEnabled(false);
            try {
                var fonts = new ArrayList<Font>();
                for (int weight : WEIGHTS) {
                    fonts.add(font("Source Sans", "latin", weight));
                    fonts.add(font("Source Sans Ext", "latin-ext", weight));
                }
                FONTS = List.copyOf(fonts);
                SWEDISH = new Hyphens("sv");
                ENGLISH = new Hyphens("en_GB");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Font font(String family, String letters, int weight) throws IOException {
            var name =
                    "/META-INF/resources/webjars/fontsource__source-sans-pro/5.2.5/files/source-sans-pro-%s-%d-normal.woff"
                            .formatted(letters, weight);
            try (var in = Objects.requireNonNull(Pdf.class.getResourceAsStream(name))) {
                var bytes = Woff.unpacked(in.readAllBytes());
                return new Font(family, weight, () -> new ByteArrayInputStream(bytes));
            }
        }
    }

    private Pdf() {}

    /// The page as PDF.
    ///
    /// @param html     well-formed as XML; its families are `Source Sans`, and `Source Sans Ext` for letters which
    ///                 that has not, in the weights 300, 400 and 600
    /// @param language `sv` or `en`
    public static byte[] of(String html, String language) {
        var out = new ByteArrayOutputStream();
        var hyphens = language.equals("sv") ? Kept.SWEDISH : Kept.ENGLISH;
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("Varje dag")
                .useHyphenation(hyphens::in)
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withHtmlContent(html, null)
                .toStream(out);
        for (var font : Kept.FONTS) {
            builder.useFont(font.bytes(), font.family(), font.weight(), FontStyle.NORMAL, true);
        }
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
