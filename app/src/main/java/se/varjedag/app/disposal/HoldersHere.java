package se.varjedag.app.disposal;

import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.eventlog.Sentence;

/// What holds data of registers today: files that were handed out, the event log, and memory.
final class HoldersHere {
    private HoldersHere() {}

    /// Files that were handed out to projects cannot be taken back by a program: the receipt names the projects that
    /// have to be asked. Looks before the log forgets the days.
    @Component
    @Order(1)
    static class HandedOut implements Holder {
        private final JdbcClient database;

        HandedOut(JdbcClient database) {
            this.database = database;
        }

        @Override
        public String name() {
            return "handed-out";
        }

        @Override
        public boolean inDatabase() {
            return true;
        }

        @Override
        public Done erase(String register, UUID person, String by) {
            List<String> projects = database.sql("""
                            select distinct p.name from export_project p join export_done x on x.project = p.id
                            where exists (select 1 from doomed_in_register(?, ?) d
                                          where d.day between x.from_day and x.to_day)
                            order by p.name""")
                    .params(register, person)
                    .query((row, number) -> row.getString("name"))
                    .list();
            var names = String.join(", ", projects);
            return new Done(
                    projects.size(),
                    projects.isEmpty()
                            ? new Sentence(
                                    "Nothing was handed out to any project.",
                                    "Inget har lämnats ut till något projekt.")
                            : new Sentence(
                                    "Handed out to these projects, which have to be asked to delete it: %s."
                                            .formatted(names),
                                    "Utlämnat till dessa projekt, som ska ombes radera det: %s.".formatted(names)));
        }
    }

    /// The event log, with all versions, and the number and name where nothing else is known of the person.
    @Component
    @Order(2)
    static class Log implements Holder {
        private final JdbcClient database;

        Log(JdbcClient database) {
            this.database = database;
        }

        @Override
        public String name() {
            return "event-log";
        }

        @Override
        public boolean inDatabase() {
            return true;
        }

        @Override
        public Done erase(String register, UUID person, String by) {
            var number = database.sql("select erase_from_register(?, ?, ?)")
                    .params(register, person, by)
                    .query(Long.class)
                    .single();
            return database.sql("select events, of_values from disposal_protocol where number = ?")
                    .param(number)
                    .query((row, _) -> {
                        long events = row.getLong("events");
                        long values = row.getLong("of_values");
                        return new Done(
                                events + values,
                                new Sentence(
                                        "%d events and %d clinical values with all their versions were erased, protocol %d. Care documentation was left."
                                                .formatted(events, values, number),
                                        "%d händelser och %d kliniska värden med alla versioner raderades, protokoll %d. Vårddokumentation lämnades."
                                                .formatted(events, values, number)));
                    })
                    .single();
        }
    }

    /// Pathways in memory, and the pages and answers that were made of them.
    @Component
    @Order(3)
    static class Memory implements Holder {
        private final Timeline timeline;

        Memory(Timeline timeline) {
            this.timeline = timeline;
        }

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public boolean inDatabase() {
            return false;
        }

        @Override
        public Done erase(String register, UUID person, String by) {
            var change = timeline.refresh().change();
            return new Done(
                    0,
                    new Sentence(
                            "Memory was read anew (change %d); answers made before are no longer given. Other servers follow within seconds."
                                    .formatted(change),
                            "Minnet lästes om (ändring %d); tidigare svar lämnas inte längre. Andra servrar följer efter inom sekunder."
                                    .formatted(change)));
        }
    }
}
