package se.varjedag.app.followup.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.chart.Charts;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.FigureFiles;

/// The files of a figure: the same values as on the page, as CSV, XLSX or SVG.
@Component
public class FigureResponses {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final Charts charts;

    FigureResponses(Charts charts) {
        this.charts = charts;
    }

    /// The file of the figure with this id among those of a page.
    public ResponseEntity<byte[]> file(List<Figure> figures, String id, String kind) {
        var figure =
                figures.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(Given::notFound);
        return switch (kind) {
            case "csv" -> answer(figure, kind, CSV, FigureFiles.csv(figure.data()));
            case "xlsx" -> answer(figure, kind, XLSX, xlsx(figure));
            case "svg" -> answer(figure, kind, SVG, svg(figure));
            default -> throw Given.notFound();
        };
    }

    private byte[] svg(Figure figure) {
        var chart = figure.chart();
        if (chart == null || chart.wide() == null) {
            throw Given.notFound();
        }
        return charts.file(chart.wide()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(Figure figure) {
        var out = new ByteArrayOutputStream();
        try {
            FigureFiles.xlsx(figure.data(), figure.data().name(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ResponseEntity<byte[]> answer(Figure figure, String kind, MediaType type, byte[] content) {
        var name = figure.data().name() + "." + kind;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
