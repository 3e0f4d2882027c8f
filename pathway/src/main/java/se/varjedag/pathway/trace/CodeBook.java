package se.varjedag.pathway.trace;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.varjedag.pathway.definition.CodeMeaning;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.EndCode;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;

/// What every code of the events means to the tracer, looked up once per tracing so that no event needs a text.
@SuppressWarnings("EnumOrdinal") // Ordinals are columns of tables that live no longer than the tracing.
final class CodeBook {

    /// What [#outcome(int)] adds for a pathway; it adds one for a point.
    static final long ONE_PATHWAY = 1L << 32;

    /// The ends in the order in which they go before one another on one day; death stands after 74.
    private static final List<Integer> RANKS = List.of(50, 54, 52, 59, 56, 58, 60, 65, 73, 72, 74, 0, 76, 78, 70);

    static final int RANK_OF_DEATH = RANKS.indexOf(0);

    private static final Map<String, MeasuringPoint> BETWEEN = Arrays.stream(MeasuringPoint.values())
            .filter(MeasuringPoint::subProcess)
            .collect(Collectors.toUnmodifiableMap(MeasuringPoint::key, point -> point));

    private final Definitions definitions;
    private final byte[] role;
    private final int[] definition;
    private final byte[] suffix;
    private final byte[] rank;
    private final byte[] point;
    private final byte[] treatment;
    private final boolean[] marker;
    private final int[] reachesFrom;
    private final byte[] firstWalk;
    private final byte[] secondWalk;
    private final long[] outcome;
    private final int[] definitionOfPathway;

    CodeBook(Definitions definitions, List<String> codes, List<String> pathways) {
        this.definitions = definitions;
        int n = codes.size();
        role = new byte[n];
        definition = new int[n];
        suffix = new byte[n];
        rank = new byte[n];
        point = new byte[n];
        treatment = new byte[n];
        marker = new boolean[n];
        reachesFrom = new int[n];
        firstWalk = new byte[n];
        secondWalk = new byte[n];
        outcome = new long[n];
        for (int code = 0; code < n; code++) {
            enter(code, codes.get(code));
            firstWalk[code] = (byte) (Role.first(role[code]) ? 1 : 0);
            secondWalk[code] = (byte) (Role.second(role[code]) ? 1 : 0);
            outcome[code] = (role[code] == Role.START ? ONE_PATHWAY : 0) + (point[code] >= 0 ? 1 : 0);
        }
        definitionOfPathway = pathways.stream().mapToInt(definitions::ofPrefix).toArray();
    }

    private void enter(int code, String text) {
        role[code] = Role.UNCLAIMED;
        definition[code] = -1;
        point[code] = -1;
        treatment[code] = -1;
        reachesFrom[code] = Integer.MAX_VALUE;
        var subProcess = Optional.ofNullable(BETWEEN.get(text));
        if (text.equals(EndCode.DIED)) {
            role[code] = Role.DEATH;
            rank[code] = (byte) RANK_OF_DEATH;
        } else if (subProcess.isPresent()) {
            role[code] = subProcess.get() == MeasuringPoint.PATHOLOGY_REPORTED ? Role.ANSWER : Role.SUB_PROCESS;
            point[code] = (byte) subProcess.get().ordinal();
        } else {
            var meaning = definitions.meaning(text);
            if (meaning != null) {
                enter(code, text, meaning, definitions.all().get(meaning.definition()));
            }
        }
    }

    private void enter(int code, String text, CodeMeaning meaning, PathwayDefinition owner) {
        definition[code] = meaning.definition();
        suffix[code] = (byte) meaning.suffix();
        marker[code] = owner.marksExtended(text);
        var marked = MeasuringPoint.ofSuffix(meaning.suffix());
        point[code] = marked == null ? -1 : (byte) marked.ordinal();
        role[code] = role(meaning, owner, marker[code]);
        if (role[code] == Role.END) {
            enterEnd(code, meaning.suffix(), owner);
        }
    }

    private static byte role(CodeMeaning meaning, PathwayDefinition owner, boolean marks) {
        return switch (meaning.action()) {
            case SUSPECTED -> Role.SUSPECTED;
            case START -> Role.START;
            case POINT, EXTENDED -> Role.STEP;
            case END -> owner.forbids(meaning.suffix()) ? Role.FORBIDDEN_END : Role.END;
            case TRANSFER_OUT -> Role.SENT;
            case TRANSFER_IN -> Role.RECEIVED;
            case LOCAL_UNKNOWN -> marks ? Role.STEP : Role.LOCAL;
        };
    }

    private void enterEnd(int code, int endSuffix, PathwayDefinition owner) {
        rank[code] = (byte) RANKS.indexOf(endSuffix);
        var kind = TreatmentKind.ofEndSuffix(endSuffix);
        int since = reachesFrom(owner, endSuffix);
        if (kind != null && since < Integer.MAX_VALUE) {
            reachesFrom[code] = since;
            treatment[code] = (byte) kind.ordinal();
            point[code] = (byte) MeasuringPoint.TREATMENT.ordinal();
        }
    }

    /// The first start day for which the end reaches the measure; the largest day when it never does.
    private static int reachesFrom(PathwayDefinition owner, int endSuffix) {
        var since = owner.ends().reaching().get(endSuffix);
        if (since == null) {
            return owner.reaches(endSuffix, LocalDate.EPOCH) ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return Math.clamp(since.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    Definitions definitions() {
        return definitions;
    }

    byte role(int code) {
        return role[code];
    }

    /// One when the first walk looks at the code, otherwise zero: a number, so that rows are sorted without a branch.
    int inFirstWalk(int code) {
        return firstWalk[code];
    }

    /// One when the second walk looks at the code, otherwise zero.
    int inSecondWalk(int code) {
        return secondWalk[code];
    }

    /// The most pathways and points that can come of an event with this code.
    long outcome(int code) {
        return outcome[code];
    }

    /// The definition that claims the code, -1 for none.
    int definition(int code) {
        return definition[code];
    }

    /// The suffix the code stands for, 0 for death.
    byte suffix(int code) {
        return suffix[code];
    }

    int rank(int code) {
        return rank[code];
    }

    /// The ordinal of the measuring point the code marks, -1 for none.
    int point(int code) {
        return point[code];
    }

    /// The ordinal of the kind of treatment the end stands for, -1 for none.
    byte treatment(int code) {
        return treatment[code];
    }

    boolean marksExtended(int code) {
        return marker[code];
    }

    boolean reaches(int code, int startDay) {
        return startDay >= reachesFrom[code] && reachesFrom[code] < Integer.MAX_VALUE;
    }

    /// True for 56 and 65, which are no longer in use and have no limit.
    boolean withdrawn(int code) {
        return suffix[code] == 56 || suffix[code] == 65;
    }

    /// The definition that an event's pathway column names, -1 when no definition has that prefix.
    int definitionOfPathway(int pathway) {
        return definitionOfPathway[pathway];
    }
}
