package se.varjedag.app.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.varjedag.app.fhir.Standard;

/// What is typed, what is kept and what is typed again are the same; and what our forms take, the standard takes.
class RoundTripTest {
    private static final UUID PERSON = new UUID(1, 2);
    private static final Instant AT = Instant.parse("2026-11-22T18:00:00Z");
    private static final int LOOKS = 4;

    @Test
    void every_kind_of_form_goes_from_its_fields_to_a_response_and_back() {
        var random = new Random(20);
        for (var made : Combination.all()) {
            var form = made.form();
            for (int look = 0; look < LOOKS; look++) {
                var answers = answers(made, random, false);

                var typed = Typed.showing(form, answers).of(form);
                var read = typed.read(form);
                assertThat(read.troubles()).as(made.toString()).isEmpty();
                assertThat(read.answers()).as(made.toString()).isEqualTo(answers);

                var sheet = Sheet.of(form, read.answers());
                var kept = Response.read(form, Response.write(sheet, PERSON, AT));
                assertThat(kept.troubles()).as(made.toString()).isEmpty();
                assertThat(kept.answers()).as(made.toString()).isEqualTo(sheet.answers());
            }
        }
        assertThat(Combination.all()).hasSizeGreaterThan(2000);
    }

    /// What is answered to a form, right or wrong.
    ///
    /// @param wrong whether there may be more answers than one is asked for, and words that are too long
    private static Answers answers(Combination made, Random random, boolean wrong) {
        var all = new LinkedHashMap<String, List<Value>>();
        all.put("q", some(made.asked(), random, false));
        switch (made.then()) {
            case DISPLAY -> {}
            case GROUP -> {
                int times = made.repeats() ? 1 + random.nextInt(2) : 1;
                for (int time = 0; time < times; time++) {
                    var before = made.repeats() ? "d:" + time + "/" : "";
                    // A time round with nothing in it is no time round.
                    all.put(
                            before + "g1",
                            wrong || time == 0 && times == 1
                                    ? some(Item.Type.STRING, random, false)
                                    : List.of(new Value.Words("gång " + time)));
                    all.put(before + "g2", some(Item.Type.INTEGER, random, true));
                }
                if (made.repeats() && nothingIn(all, "d:0/") && times > 1) {
                    all.put("d:0/g1", List.of(new Value.Words("något")));
                }
            }
            default -> all.put("d", some(made.then(), random, made.repeats() || (wrong && random.nextInt(4) == 0)));
        }
        if (wrong && random.nextInt(6) == 0 && made.then() == Item.Type.STRING) {
            all.put("d", List.of(new Value.Words("mer än tolv tecken")));
        }
        if (wrong && random.nextInt(6) == 0 && made.then() == Item.Type.CHOICE) {
            all.put("d", List.of(new Value.Choice("urn:made:up", "z", "Ingen av dem")));
        }
        return new Answers(all);
    }

    private static boolean nothingIn(Map<String, List<Value>> all, String before) {
        return all.entrySet().stream()
                .filter(one -> one.getKey().startsWith(before))
                .allMatch(one -> one.getValue().isEmpty());
    }

    private static List<Value> some(Item.Type type, Random random, boolean many) {
        var values = Combination.values(type);
        return switch (random.nextInt(many ? 4 : 3)) {
            case 0 -> List.of();
            case 3 -> values.subList(0, 2);
            default -> List.of(values.get(random.nextInt(values.size())));
        };
    }

    @Test
    void what_our_forms_take_the_standard_takes_and_what_they_refuse_it_refuses() {
        var random = new Random(5);
        // Each type, operator, number and need together; what they are asked after is drawn by lot.
        var chosen = new LinkedHashMap<List<?>, Combination>();
        var all = new ArrayList<>(Combination.all());
        java.util.Collections.shuffle(all, random);
        all.forEach(made ->
                chosen.putIfAbsent(List.of(made.operator(), made.then(), made.repeats(), made.required()), made));
        var pairs = new LinkedHashMap<List<?>, Combination>();
        all.forEach(made -> pairs.putIfAbsent(List.of(made.operator(), made.asked()), made));
        chosen.putAll(pairs);
        var validator = Standard.with(
                chosen.values().stream().map(made -> made.json(true)).toList());
        int taken = 0;
        int refused = 0;
        var differ = new ArrayList<String>();
        for (var made : chosen.values()) {
            var form = made.form();
            for (int look = 0; look < LOOKS; look++) {
                var answers = answers(made, random, true);
                var text = Response.write(Sheet.of(made.unconditional(), answers), PERSON, AT);

                var read = Response.read(form, text);
                var ours = new ArrayList<>(read.troubles());
                ours.addAll(Check.of(form, read.answers()));
                var theirs = Standard.faults(validator, text);

                if (ours.isEmpty() != theirs.isEmpty()) {
                    differ.add(made + "\n  " + text + "\n  ours: " + ours + "\n  theirs: " + theirs);
                }
                taken += ours.isEmpty() ? 1 : 0;
                refused += ours.isEmpty() ? 0 : 1;
            }
        }
        assertThat(differ).isEmpty();
        assertThat(taken).isGreaterThan(300);
        assertThat(refused).isGreaterThan(300);
    }

    @Test
    void the_forms_that_are_shipped_are_questionnaires_of_the_standard() throws Exception {
        for (var form : new Questionnaires().all()) {
            try (var in = Questionnaires.class.getResourceAsStream("questionnaires/" + form.id() + ".json")) {
                assertThat(Standard.faults(new String(
                                java.util.Objects.requireNonNull(in).readAllBytes(),
                                java.nio.charset.StandardCharsets.UTF_8)))
                        .as(form.id())
                        .isEmpty();
            }
        }
    }
}
