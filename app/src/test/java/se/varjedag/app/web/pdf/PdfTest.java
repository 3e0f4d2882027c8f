package se.varjedag.app.web.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// What becomes of a page on paper.
class PdfTest {

    private static String text(String body) throws IOException {
        var html = "<html lang=\"sv\"><head><title>T</title></head><body style=\"font-family: 'Source Sans',"
                + " 'Source Sans Ext'; hyphens: auto\">" + body + "</body></html>";
        try (var pdf = Loader.loadPDF(Pdf.of(html, "sv"))) {
            return new PDFTextStripper().getText(pdf).replace('\u00A0', ' ');
        }
    }

    @Test
    void swedish_letters_and_those_of_neighbours_are_written() throws Exception {
        assertThat(text("<p>Åsa Öberg, Łódź, −3 · 80\u00A0% ↑ löften fina</p>"))
                .contains("Åsa Öberg, Łódź, −3 · 80 % ↑", "löften fina");
    }

    @Test
    void a_long_word_is_broken_as_the_language_does_and_a_short_one_is_not() throws Exception {
        assertThat(text("<p style=\"width: 25mm\">kontaktsjuksköterskan väntar</p>"))
                .containsPattern("kon-\\s+takt|kontakt-\\s+sjuk|kontaktsjuk-\\s+skö|kontaktsjukskö-\\s+ters");
        assertThat(new Hyphens("sv").in("svar 2026 återkoppling")).isEqualTo("svar 2026 åter\u00ADkopp\u00ADling");
        assertThat(new Hyphens("en_GB").in("treatment")).contains("\u00AD");
    }

    @Test
    void nothing_is_fetched_for_a_page() throws Exception {
        assertThat(
                        text(
                                "<p>A</p><img alt=\"x\" src=\"file:///etc/passwd\"/><img alt=\"y\" src=\"http://127.0.0.1:1/y.png\"/>"))
                .contains("A")
                .doesNotContain("root:");
    }

    @Test
    void a_font_that_is_broken_is_refused() throws Exception {
        byte[] font;
        try (var in = Objects.requireNonNull(
                Pdf.class.getResourceAsStream(
                        "/META-INF/resources/webjars/fontsource__source-sans-pro/5.2.5/files/source-sans-pro-latin-400-normal.woff"))) {
            font = in.readAllBytes();
        }
        assertThat(Woff.unpacked(font)).startsWith(0, 1, 0, 0).hasSizeGreaterThan(font.length);
        assertThatThrownBy(() -> Woff.unpacked("no font".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
        for (int i = 2000; i < 2600; i++) {
            font[i] = 7;
        }
        byte[] broken = font;
        assertThatThrownBy(() -> Woff.unpacked(broken)).isInstanceOf(IOException.class);
    }
}
