package se.varjedag.app;

import org.springframework.boot.SpringApplication;

/// The words after `./varjedag` that need the system: `demo`, `serve`, `import`, `backup`, `restore`.
final class Commands {
    private Commands() {}

    static int run(String[] arguments) {
        SpringApplication.run(VarjeDagApplication.class, arguments);
        return 0;
    }
}
