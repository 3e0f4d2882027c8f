package se.varjedag.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One run of one process: how long it took, the most memory it held, and what it printed.
///
/// @param residentMegabytes the most that was resident, pages of mapped files among it (VmHWM)
/// @param ownMegabytes the most that was its own, mapped files left out (RssAnon, read every few milliseconds)
record Measured(double seconds, double residentMegabytes, double ownMegabytes, String output) {

    /// Runs a command to its end.
    static Measured process(List<String> command, Path folder) throws IOException, InterruptedException {
        var out = Files.createTempFile(folder, "answer", ".txt");
        var err = Files.createTempFile(folder, "messages", ".txt");
        try {
            long begun = System.nanoTime();
            var process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            double resident = 0;
            double own = 0;
            while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
                var status = Path.of("/proc/" + process.pid() + "/status");
                try {
                    for (var line : Files.readAllLines(status)) {
                        if (line.startsWith("VmHWM:")) {
                            resident = Math.max(resident, megabytes(line));
                        } else if (line.startsWith("RssAnon:")) {
                            own = Math.max(own, megabytes(line));
                        }
                    }
                } catch (IOException _) {
                    break; // The process ended between the two looks.
                }
            }
            int exit = process.waitFor();
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (exit != 0) {
                throw new IOException(command + " ended with " + exit + ": " + Files.readString(err));
            }
            return new Measured(seconds, resident, own, Files.readString(out, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }

    /// The same run with the time that the process took of itself, printed on its last line.
    Measured withOwnTime() {
        int last = output.lastIndexOf("seconds ");
        return new Measured(
                Double.parseDouble(output.substring(last + "seconds ".length()).strip()),
                residentMegabytes,
                ownMegabytes,
                output.substring(0, last));
    }

    private static double megabytes(String line) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
    }
}
