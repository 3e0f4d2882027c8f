package se.varjedag.pathway.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import se.varjedag.pathway.definition.Definitions;

/// Definitions that between them have every rule the tracer follows. Their numbers are made up.
final class Examples {

    static final Definitions DEFINITIONS = Definitions.of(files());

    private Examples() {}

    private static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        define(files, "lungcancer", """
                codes: {prefix: VC0}
                limits:
                  - {treatment: [surgery, radiotherapy, other], days: 44, valid-from: 2016-01-01}
                  - {treatment: [drug], days: 40, valid-from: 2016-01-01, valid-to: 2022-12-31}
                  - {treatment: [drug], days: 41, valid-from: 2023-01-01}
                  - {treatment: [palliative], days: 30, valid-from: 2016-01-01, assumed: true}
                  - {treatment: [expectancy], days: 7, valid-from: 2016-01-01, kind: target}
                """);
        define(files, "nonspecific", """
                codes: {prefix: VP8}
                ends: {forbidden: [50, 52, 54, 56, 58, 59, 60, 65, 73], reaching: {72: always, 78: always}}
                limits:
                  - {treatment: [closed], days: 22, valid-from: 2016-01-01}
                """);
        define(files, "melanoma", """
                codes: {prefix: VE0}
                ends: {reaching: {73: always}, shorter-at-pathology: 21}
                limits:
                  - {treatment: [surgery, none-needed], days: 35, valid-from: 2016-01-01}
                """);
        define(files, "pancreas", """
                codes: {prefix: VB6}
                tracks: {names: {basic: basic, extended: extended}, standard: basic, extended: extended, marker: VB644}
                limits:
                  - {treatment: [surgery], track: basic, days: 35, valid-from: 2016-01-01}
                  - {treatment: [drug], track: basic, days: 39, valid-from: 2016-01-01}
                  - {treatment: [surgery], track: extended, days: 55, valid-from: 2016-01-01}
                """);
        define(files, "brain", """
                codes: {prefix: VL2}
                tracks: {names: {high: high grade, low: low grade}}
                ends: {reaching: {73: always}}
                limits:
                  - {treatment: [surgery, none-needed], track: high, days: 22, valid-from: 2016-01-01}
                  - {treatment: [surgery], track: low, days: 48, valid-from: 2016-01-01}
                """);
        define(files, "neuroendocrine", """
                codes: {prefix: VX2}
                ends: {reaching: {73: 2022-04-26}}
                limits:
                  - {treatment: [surgery], days: 52, valid-from: 2016-01-01}
                  - {treatment: [none-needed], days: 40, valid-from: 2022-04-26}
                  - {treatment: [palliative], days: unknown, valid-from: 2016-01-01}
                """);
        define(files, "cup", """
                codes: {prefix: VX3}
                ends: {reaching: {72: 2021-03-01}}
                limits:
                  - {treatment: [closed], days: 33, valid-from: 2021-03-01, assumed: true}
                  - {treatment: [surgery], days: 10, valid-from: 2016-01-01, kind: other-start}
                  - {treatment: [drug], days: 20, valid-from: 2016-01-01, kind: superseded}
                """);
        define(files, "leukaemia", """
                codes: {prefix: VX1}
                minimum-age: [{from: 2016-01-01, years: 16}, {from: 2024-11-05, years: 18}]
                limits:
                  - {treatment: all, days: 9, valid-from: 2018-10-30}
                """);
        define(files, "abroad", """
                codes:
                  prefix: ABROAD
                  own: {SUS: 05, REF: 10, FIT: 10, DTT: 44, EXT: extended, TRT: 50, ALT: 50, END: 70, NON: 73}
                ends: {reaching: {73: always}}
                tracks: {names: {basic: basic, long: long}, standard: basic, extended: long}
                limits:
                  - {treatment: [surgery], track: basic, days: 62, valid-from: 2016-01-01}
                  - {treatment: [surgery], track: long, days: 90, valid-from: 2016-01-01}
                  - {treatment: [none-needed], track: basic, days: 70, valid-from: 2016-01-01}
                """);
        return files;
    }

    private static void define(Map<String, String> files, String id, String body) {
        files.put(
                id + ".yaml",
                "id: %s\nname: {sv: %s på svenska, en: %s in English}\nsource: [https://example.org/made-up]\n%s"
                        .formatted(id, id, id, body));
    }
}
