package se.varjedag.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import se.varjedag.pathway.definition.Definitions;

/// Events as no hospital should send them: few persons, few days, every code, so that everything collides: several ends
/// and starts a day, versions, withdrawals, bookings, transfers, deaths, points out of place, names that disagree.
final class WildEvents {
    private static final List<String> SUFFIXES = List.of(
            "05", "10", "10", "10", "10", "10", "10", "22", "25", "35", "40", "44", "44", "50", "52", "54", "56", "58",
            "59", "60", "65", "70", "72", "73", "74", "76", "78", "90", "91", "91", "42", "99", "00");
    private static final List<String> POINTS = List.of(
            "referral-received",
            "imaging-referral",
            "imaging-performed",
            "imaging-reported",
            "specimen-taken",
            "specimen-received",
            "pathology-reported",
            "pathology-reported");
    private static final List<String> REGIONS = List.of("", "01", "14", "12", "25", "03");

    private WildEvents() {}

    static String csv(Definitions definitions, long seed, int persons, int rows) {
        var random = new Random(seed);
        var prefixes = new ArrayList<String>();
        definitions.all().forEach(definition -> definition.prefix().ifPresent(prefixes::add));
        // The pathways with rules of their own come often.
        for (int i = 0; i < 8; i++) {
            prefixes.addAll(List.of("VB6", "VE0", "VP8", "VG9", "VL2", "VK1"));
        }
        var text = new StringBuilder(
                "person,code,time,unit,region,home_region,sex,born,pathway,source,id,status,registered,ref\n");
        for (int i = 0; i < rows; i++) {
            int person = random.nextInt(persons);
            var mine = prefixes.get((person * 31 + random.nextInt(2)) % prefixes.size());
            boolean point = random.nextInt(4) == 0;
            var code = random.nextInt(150) == 0 ? "died" : point ? pick(POINTS, random) : mine + pick(SUFFIXES, random);
            var day = LocalDate.of(2021 + person % 3, 1, 1).plusDays(random.nextInt(person % 5 == 0 ? 40 : 500));
            var time = random.nextInt(3) == 0 ? day + "T0" + random.nextInt(10) + ":30" : day.toString();
            boolean named = random.nextInt(3) > 0;
            text.append("p")
                    .append(person)
                    .append(',')
                    .append(code)
                    .append(',')
                    .append(time)
                    .append(',');
            text.append(random.nextInt(3) == 0 ? "" : "u" + random.nextInt(3)).append(',');
            text.append(pick(REGIONS, random))
                    .append(',')
                    .append(pick(REGIONS, random))
                    .append(',');
            text.append(pick(List.of("", "F", "M", "K"), random)).append(',');
            text.append(random.nextInt(3) == 0 ? "" : 1930 + (person * 7 + random.nextInt(2)) % 85)
                    .append(',');
            text.append(point && random.nextBoolean() ? (random.nextInt(9) == 0 ? pick(prefixes, random) : mine) : "")
                    .append(',');
            text.append(named ? pick(List.of("", "a", "b"), random) : "").append(',');
            text.append(named ? "e" + person + "-" + random.nextInt(60) : "").append(',');
            text.append(pick(List.of("", "", "", "", "done", "done", "withdrawn", "planned"), random))
                    .append(",,");
            text.append(point ? pick(List.of("", "r1", "r2"), random) : "").append('\n');
        }
        return text.toString();
    }

    private static String pick(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
