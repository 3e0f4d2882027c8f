package se.varjedag.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.indicators.IndicatorFile.Refused;
import se.varjedag.app.indicators.IndicatorFile.Row;

class IndicatorFileTest {
    private static final String HEADING = "indicator,place,code,from,to,numerator,denominator\n";

    private static IndicatorFile read(String file) {
        return IndicatorFile.read(file, new Catalogue(), (_, code) -> code.equals("05") || code.equals("A1"));
    }

    @Test
    void a_figure_is_read_also_with_semicolons_and_a_mark_before_it() {
        var row = new Row(
                2,
                "patients-in-studies",
                Place.REGION,
                "05",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 4, 30),
                12,
                80);

        assertThat(read(HEADING + "patients-in-studies,region,05,2026-01-01,2026-04-30,12,80")
                        .rows())
                .containsExactly(row);
        assertThat(read("\ufeff"
                                + (HEADING + "patients-in-studies,region,05,2026-01-01,2026-04-30,12,80\n")
                                        .replace(',', ';'))
                        .rows())
                .containsExactly(row);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing,region,05,2026-01-01,2026-04-30,1,2             | indicator   | indicator
            conference,region,05,2026-01-01,2026-04-30,1,2          | indicator   | counted
            patients-in-studies,residence,05,2026-01-01,2026-04-30,1,2 | place    | place
            patients-in-studies,region,99,2026-01-01,2026-04-30,1,2 | code        | region
            patients-in-studies,unit,B7,2026-01-01,2026-04-30,1,2   | code        | unit
            patients-in-studies,unit,A1,2026-02-30,2026-04-30,1,2   | from        | day
            patients-in-studies,unit,A1,2026-05-01,2026-04-30,1,2   | to          | order
            patients-in-studies,unit,A1,2026-01-01,2026-04-30,-1,2  | numerator   | number
            patients-in-studies,unit,A1,2026-01-01,2026-04-30,1,    | denominator | number
            patients-in-studies,unit,A1,2026-01-01,2026-04-30,3,2   | numerator   | share
            """)
    void what_cannot_be_used_is_named_and_the_rest_is_kept(String row, String column, String why) {
        var file = read(HEADING + row + "\npatients-in-studies,unit,A1,2026-01-01,2026-01-31,0,0\n");

        assertThat(file.rows()).hasSize(1);
        assertThat(file.refused())
                .extracting(Refused::column, Refused::why)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(column, why));
        assertThat(file.refused().getFirst().line()).isEqualTo(2);
    }

    @Test
    void a_missing_column_an_empty_file_and_something_else_are_said_once() {
        assertThat(read("indicator,place\na,b\nc,d\n").refused())
                .extracting(Refused::column)
                .containsExactly("code", "from", "to", "numerator", "denominator");
        assertThat(read(HEADING).refused()).extracting(Refused::why).containsExactly("empty");
        assertThat(read("").refused()).extracting(Refused::why).containsExactly("empty");
        assertThat(read("a\"b,\"c\n\"").rows()).isEmpty();
    }
}
