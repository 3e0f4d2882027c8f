package se.varjedag.pathway.trace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import se.varjedag.pathway.event.CareEvent;

/// Small patients in whom everything goes wrong: few days, few codes, many of each at once.
public final class RandomPatients {

    private static final List<LocalDate> BEGINNINGS = List.of(
            LocalDate.of(2017, 12, 20),
            LocalDate.of(2021, 2, 20),
            LocalDate.of(2022, 4, 20),
            LocalDate.of(2022, 12, 25),
            LocalDate.of(1969, 12, 20));
    private static final List<String> PREFIXES = List.of("VC0", "VE0", "VP8", "VB6", "VL2", "VX1", "VX2", "VX3", "VK9");
    private static final List<String> SUFFIXES = List.of(
            "05", "05", "10", "10", "10", "10", "10", "22", "25", "35", "40", "42", "44", "50", "50", "52", "54", "56",
            "58", "59", "60", "65", "70", "72", "73", "74", "76", "78", "78", "90", "91", "91", "99");
    private static final List<String> OTHER = List.of(
            "died",
            "pathology-reported",
            "pathology-reported",
            "specimen-taken",
            "imaging-performed",
            "referral-received",
            "SUS",
            "REF",
            "FIT",
            "DTT",
            "EXT",
            "TRT",
            "ALT",
            "END",
            "NON");
    private static final List<String> REGIONS = List.of("", "01", "14", "24");
    private static final List<String> UNITS = List.of("", "a", "b");
    private static final List<String> REFS = List.of("", "r1", "r2");
    private static final List<String> PATHWAYS = List.of("", "", "VC0", "VE0", "VE0", "VP8", "VK9", "ABROAD");
    private static final int[] STEPS = {0, 0, 0, 1, 1, 2, 3, 7, 13, 14, 15, 89, 90, 91, 179, 180, 181};

    private final Random random;

    public RandomPatients(long seed) {
        random = new Random(seed);
    }

    /// A few persons with a few events each, in no order.
    public List<CareEvent> some() {
        var events = new ArrayList<CareEvent>();
        for (int person = 1 + random.nextInt(3); person > 0; person--) {
            addPerson("p" + person, events);
        }
        return events;
    }

    /// As-of: sometimes in the middle, sometimes long after.
    public LocalDate asOf(List<CareEvent> events) {
        return anyOf(events).day().plusDays(STEPS[random.nextInt(STEPS.length)]);
    }

    /// One event more, for a person of these.
    CareEvent oneMore(List<CareEvent> events) {
        var like = anyOf(events);
        return event(like.person(), like.day().plusDays(random.nextInt(40)), PREFIXES, 10_000);
    }

    private void addPerson(String person, List<CareEvent> events) {
        var prefixes = List.of(anyOf(PREFIXES), anyOf(PREFIXES));
        var day = anyOf(BEGINNINGS);
        int number = 1 + random.nextInt(14);
        for (int i = 0; i < number; i++) {
            day = day.plusDays(STEPS[random.nextInt(random.nextInt(4) == 0 ? STEPS.length : 8)]);
            events.add(random.nextInt(events.size() + 1), event(person, day, prefixes, events.size()));
        }
    }

    private CareEvent event(String person, LocalDate day, List<String> prefixes, int number) {
        var code = random.nextInt(4) == 0 ? anyOf(OTHER) : anyOf(prefixes) + anyOf(SUFFIXES);
        return CareEvent.of(person, code, day)
                .at(anyOf(REGIONS), anyOf(UNITS))
                .of(anyOf(PATHWAYS), anyOf(REFS))
                .bornIn(random.nextInt(5) > 0 ? null : day.getYear() - 15 - random.nextInt(5), "")
                .named("s", person + "-" + number);
    }

    private <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
