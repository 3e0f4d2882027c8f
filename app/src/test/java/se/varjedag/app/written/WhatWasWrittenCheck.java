package se.varjedag.app.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Runs after all other tests, journeys too, and reads what they wrote: no identity number, no patient's name and no
/// secret may stand in a line of a log, in what a program said or in a metric.
class WhatWasWrittenCheck {
    private static final List<Path> MODULES = List.of(Path.of("."), Path.of("../eventlog"), Path.of("../cli"));

    @Test
    void no_number_name_or_secret_was_written_by_any_test() throws Exception {
        var secrets = Written.secrets(Written.FOLDER);
        var found = new ArrayList<String>();
        long lines = 0;
        for (var module : MODULES) {
            for (var file : Written.texts(module)) {
                var text = Written.text(file);
                lines += text.lines().count();
                found.addAll(Written.found(String.valueOf(file.getFileName()), text, secrets));
            }
        }
        assertThat(lines).as("nothing was written: what was scanned?").isPositive();
        assertThat(found).isEmpty();
    }
}
