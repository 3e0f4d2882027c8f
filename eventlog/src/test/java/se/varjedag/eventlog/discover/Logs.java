package se.varjedag.eventlog.discover;

/// Logs for tests, written as lines of `case activity time`.
final class Logs {
    private Logs() {}

    static CaseLog of(String lines) {
        var log = CaseLog.builder();
        lines.lines().map(line -> line.split(" ")).forEach(words -> {
            var time = EventTime.parse(words[2]);
            if (time == null) {
                throw new IllegalArgumentException("No time: " + words[2]);
            }
            log.add(log.caseNamed(words[0]), words[1], time);
        });
        return log.build();
    }
}
