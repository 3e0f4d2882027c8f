package se.varjedag.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import se.varjedag.nation.Nation;
import se.varjedag.nation.NationOptions;
import se.varjedag.pathway.event.CareEvent;

/// A CSV file of so many million events of the synthetic Sweden: one simulation, then the same again under other names.
final class EventFile {
    private static final int SIMULATED = 1_000_000;

    private EventFile() {}

    /// The file, made if it is not there.
    static Path of(Path folder, int millions) throws IOException {
        var file = folder.resolve("events-%dm.csv".formatted(millions));
        if (Files.exists(file)) {
            return file;
        }
        System.err.println("making " + file.getFileName() + " …");
        var events = simulated();
        var beside = folder.resolve("unfinished.csv");
        try (var out = Files.newBufferedWriter(beside)) {
            out.write("person,code,time,unit,region,sex,born,source,id\n");
            long rows = millions * 1_000_000L;
            for (int round = 0; rows > 0; round++) {
                for (int i = 0; i < events.size() && rows > 0; i++, rows--) {
                    write(out, events.get(i), round);
                }
            }
        }
        return Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Registered order, as a region would send it; planned and withdrawn events have no place in these columns.
    private static List<CareEvent> simulated() {
        var events = new ArrayList<CareEvent>(SIMULATED);
        try {
            Nation.simulate(NationOptions.years(2022, 2023, 0.7, 7), event -> {
                if (event.status() == CareEvent.Status.DONE) {
                    events.add(event);
                }
                if (events.size() == SIMULATED) {
                    throw new Enough();
                }
            });
        } catch (Enough _) {
            return events;
        }
        return events;
    }

    private static void write(BufferedWriter out, CareEvent event, int round) {
        try {
            var name = Integer.toString(round, 36);
            out.append(event.person())
                    .append(name)
                    .append(',')
                    .append(event.code())
                    .append(',');
            out.append(event.day().toString()).append(',').append(event.unit()).append(',');
            out.append(event.region()).append(',').append(event.sex()).append(',');
            out.append(event.born() == null ? "" : event.born().toString()).append(',');
            out.append(event.source()).append(',').append(event.id());
            out.append(event.id().isEmpty() ? "" : name).append('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Stops the simulation when there is enough of it.
    private static final class Enough extends RuntimeException {
        Enough() {
            super("enough events", null, false, false);
        }
    }
}
