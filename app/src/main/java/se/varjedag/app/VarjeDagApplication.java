package se.varjedag.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The whole system: a server that keeps the event log, traces it, and shows what became of the days.
@SpringBootApplication
@EnableScheduling
public class VarjeDagApplication {
    public static void main(String[] arguments) {
        System.exit(Commands.run(arguments));
    }
}
