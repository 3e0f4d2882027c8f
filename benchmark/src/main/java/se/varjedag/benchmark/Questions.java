package se.varjedag.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.Facts;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;

/// Two questions for every pair of keys, so that no kind of group is left out.
final class Questions {
    private static final List<GroupKey> FILTERS = List.of(
            GroupKey.SVF,
            GroupKey.REGION,
            GroupKey.HOME_REGION,
            GroupKey.UNIT,
            GroupKey.TREATMENT,
            GroupKey.SEX,
            GroupKey.AGE);

    private final Facts facts;
    private final Random random = new Random(11);

    Questions(Facts facts) {
        this.facts = facts;
    }

    /// Every pair of keys with three filters of half of their values each, some within a period or against a limit.
    List<Question> filtered() {
        var questions = new ArrayList<Question>();
        for (var question : open()) {
            var builder = question.but();
            var keys = new ArrayList<>(FILTERS);
            Collections.shuffle(keys, random);
            keys.subList(0, 3).forEach(key -> builder.only(key, half(key)));
            if (random.nextInt(3) == 0) {
                builder.period(LocalDate.of(2020, 2, 15), LocalDate.of(2024, 5, 20));
            }
            if (random.nextInt(3) == 0) {
                builder.limit(28);
            }
            questions.add(builder.build());
        }
        return questions;
    }

    /// Every pair of keys, by end or by start in turn, over all pathways.
    List<Question> open() {
        var questions = new ArrayList<Question>();
        var keys = GroupKey.values();
        for (int one = 0; one < keys.length; one++) {
            for (int other = one + 1; other < keys.length; other++) {
                var rule = questions.size() % 2 == 0 ? CountBy.END : CountBy.START;
                questions.add(Question.leadTime()
                        .by(keys[one], keys[other])
                        .countBy(rule)
                        .build());
            }
        }
        return questions;
    }

    private List<String> half(GroupKey key) {
        var values = Answers.answer(facts, Question.leadTime().by(key).build(), Optional.empty()).groups().stream()
                .map(group -> group.key().getFirst())
                .toList();
        var half = Stream.concat(
                        Stream.of(values.get(random.nextInt(values.size()))),
                        values.stream().filter(_ -> random.nextBoolean()))
                .distinct();
        return half.toList();
    }
}
