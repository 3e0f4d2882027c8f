package se.varjedag.app.intake.hl7;

/// Who sent a message and what it is called there: enough to answer it, also when the rest cannot be read.
record Header(String application, String facility, String controlId) {
    private static final int LONGEST = 200;

    /// Nothing could be read.
    static final Header UNKNOWN = new Header("", "", "");

    /// Reads the header segment as far as it goes, whatever the rest is like.
    static Header of(String message) {
        if (message.length() < 8 || !message.startsWith("MSH")) {
            return UNKNOWN;
        }
        var end = message.indexOf('\r');
        var fields = (end < 0 ? message : message.substring(0, end))
                .split(java.util.regex.Pattern.quote(message.substring(3, 4)), -1);
        return new Header(field(fields, 2), field(fields, 3), field(fields, 9));
    }

    private static String field(String[] fields, int number) {
        var text = number < fields.length ? fields[number].strip() : "";
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /// What the sending system is called as a source of events.
    String source() {
        return facility.isEmpty() ? application : application + "|" + facility;
    }
}
