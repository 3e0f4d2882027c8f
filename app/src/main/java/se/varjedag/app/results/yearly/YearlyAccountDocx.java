package se.varjedag.app.results.yearly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import se.varjedag.app.results.yearly.YearlyAccount.Said;
import se.varjedag.app.results.yearly.YearlyAccount.Section;
import se.varjedag.app.results.yearly.YearlyAccount.Table;
import se.varjedag.app.web.Texts;

/// An account as a document that can be written on: its headings are headings, so that they can be walked by.
final class YearlyAccountDocx {
    /// The points of the text, and of each heading by its level.
    private static final int TEXT = 10;

    private static final int SMALL = 9;
    private static final int[] HEADINGS = {22, 15, 12};

    /// A4 with margins of 20 mm, in twentieths of a point.
    private static final int WIDTH = 11906;

    private static final int HEIGHT = 16838;
    private static final int MARGIN = 1134;

    private final XWPFDocument document;
    private final Texts texts;

    private YearlyAccountDocx(XWPFDocument document, Texts texts) {
        this.document = document;
        this.texts = texts;
    }

    /// The document.
    ///
    /// @param mark what is said of all data, first of all; empty where nothing is
    static byte[] of(YearlyAccount account, String mark, Texts texts) {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle(account.title() + ", " + account.region());
            new YearlyAccountDocx(document, texts).write(account, mark);
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(YearlyAccount account, String mark) {
        paper();
        document.createStyles().setSpellingLanguage(texts.text("language.tag").equals("sv") ? "sv-SE" : "en-GB");
        for (int level = 1; level <= HEADINGS.length; level++) {
            headingStyle(level);
        }
        if (!mark.isEmpty()) {
            paragraph(mark, SMALL, true);
        }
        heading(account.title(), 1);
        paragraph(account.region(), HEADINGS[2], false);
        account.basis().forEach(one -> paragraph(one, SMALL, false));
        account.sections().forEach(this::section);
        paragraph(texts.text("results.foot"), SMALL, false);
    }

    private void paper() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(WIDTH));
        size.setH(BigInteger.valueOf(HEIGHT));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN));
    }

    private void headingStyle(int level) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId("Heading" + level);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal("heading " + level);
        style.addNewQFormat();
        var place = style.addNewPPr();
        place.addNewKeepNext();
        place.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        document.getStyles().addStyle(new XWPFStyle(style));
    }

    private void section(Section one) {
        heading(one.question(), 2);
        one.words().forEach(words -> paragraph(words, TEXT, false));
        one.tables().forEach(this::table);
        one.said().forEach(this::said);
    }

    private void said(Said one) {
        heading(one.of(), HEADINGS.length);
        paragraph(one.words(), TEXT, false);
        paragraph(texts.text("results.doing") + ": " + one.doing(), TEXT, false);
    }

    private void table(Table one) {
        heading(one.name(), HEADINGS.length);
        var drawn = document.createTable(one.rows().size() + 1, one.heads().size());
        drawn.setWidth("100%");
        drawn.getRow(0).setRepeatHeader(true);
        for (int column = 0; column < one.heads().size(); column++) {
            boolean number = one.numbers() && column > 0;
            fill(drawn.getRow(0).getCell(column), one.heads().get(column), true, number);
            for (int line = 0; line < one.rows().size(); line++) {
                fill(
                        drawn.getRow(line + 1).getCell(column),
                        one.rows().get(line).cells().get(column),
                        false,
                        number);
            }
        }
    }

    private static void fill(XWPFTableCell cell, String words, boolean head, boolean number) {
        var paragraph = cell.getParagraphs().getFirst();
        if (number) {
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
        run(paragraph, words, SMALL, head);
    }

    private void heading(String words, int level) {
        var paragraph = document.createParagraph();
        paragraph.setStyle("Heading" + level);
        paragraph.setSpacingBefore(level == HEADINGS.length ? 200 : 360);
        paragraph.setSpacingAfter(80);
        run(paragraph, words, HEADINGS[level - 1], true);
    }

    private void paragraph(String words, int size, boolean bold) {
        var paragraph = document.createParagraph();
        paragraph.setSpacingAfter(80);
        run(paragraph, words, size, bold);
    }

    private static void run(XWPFParagraph paragraph, String words, int size, boolean bold) {
        var run = paragraph.createRun();
        run.setText(words);
        run.setFontSize(size);
        run.setBold(bold);
    }
}
