package se.varjedag.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where the commands say what they did: to the person, in the language of `VARJEDAG_LANG` (`sv` or `en`).
final class Terminal {
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final PrintStream ERR =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private Terminal() {}

    static void say(String sentence) {
        OUT.println(sentence);
    }

    /// A file, to the last byte.
    static void write(String text) {
        OUT.print(text);
        OUT.flush();
    }

    static void complain(String sentence) {
        ERR.println("varjedag: " + sentence);
    }

    static boolean swedish() {
        Map<String, String> environment = System.getenv();
        var language = environment.getOrDefault("VARJEDAG_LANG", environment.getOrDefault("LANG", ""));
        return language.startsWith("sv");
    }

    static String in(String swedish, String english) {
        return swedish() ? swedish : english;
    }
}
