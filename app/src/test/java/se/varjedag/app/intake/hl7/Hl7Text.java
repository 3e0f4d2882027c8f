package se.varjedag.app.intake.hl7;

import java.util.Arrays;
import java.util.Map;

/// Made-up messages. The identity number is an official test number.
public final class Hl7Text {
    public static final String NUMBER = "193602632386";

    private Hl7Text() {}

    /// An answer from pathology: specimen taken 10 April, received the day after, answered the 12th.
    public static String pathology(String controlId, String filler) {
        return message(
                header("ORU^R01^ORU_R01", controlId, "20230412083000+0200"),
                pid(),
                "ORC|RE|P-%s|%s".formatted(filler, filler),
                obr(Map.of(
                        2,
                        "P-" + filler,
                        3,
                        filler,
                        4,
                        "PAD^Patologi^L",
                        7,
                        "202304100900",
                        14,
                        "20230411150000",
                        22,
                        "20230412083000",
                        24,
                        "SP",
                        25,
                        "F")));
    }

    /// A referral that carries the code of a well-founded suspicion of lung cancer.
    public static String referral(String controlId, String placer) {
        return message(
                header("ORM^O01^ORM_O01", controlId, "20230405101500+0200"),
                pid(),
                "ORC|NW|%s|||||||20230405".formatted(placer),
                obr(Map.of(2, placer, 4, "VC010^Välgrundad misstanke^KVA")));
    }

    static String header(String type, String controlId, String time) {
        return "MSH|^~\\&|LAB|SJUKHUS|VARJEDAG||%s||%s|%s|P|2.5.1||||||UNICODE UTF-8".formatted(time, type, controlId);
    }

    static String pid() {
        return "PID|1||%s^^^&1.2.752.129.2.1.3.3&ISO||Åkesson^Örjan||19360101|M".formatted(NUMBER);
    }

    static String obr(Map<Integer, String> fields) {
        var all = new String[26];
        Arrays.fill(all, "");
        all[0] = "OBR";
        all[1] = "1";
        fields.forEach((number, text) -> all[number] = text);
        return String.join("|", all);
    }

    static String message(String... segments) {
        return String.join("\r", segments) + "\r";
    }
}
