package se.varjedag.app.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;

/// What `./varjedag import` asks of a server that runs on the same machine.
@RestController
@Allowed(Permission.THIS_MACHINE)
class LocalImports {
    private static final int FIRST_REJECTS = 10;

    private final Imports imports;

    LocalImports(Imports imports) {
        this.imports = imports;
    }

    @PostMapping("/local/imports")
    Map<String, Object> start(
            HttpServletRequest request,
            @RequestParam("name") String name,
            @RequestParam(name = "complete", defaultValue = "false") boolean complete,
            @RequestParam(name = "source", defaultValue = "") String source,
            @RequestParam("by") String by)
            throws IOException {
        var run = imports.start(request.getInputStream(), name, new Imports.Options(by, complete, source));
        return Map.of("id", run.id());
    }

    @GetMapping("/local/imports/{id}")
    Map<String, Object> how(@PathVariable("id") long id) {
        var run = imports.run(id).orElseThrow();
        List<RejectedRow> rejects = run.ended().isPresent()
                ? imports.rejects(id, 1).rows().stream().limit(FIRST_REJECTS).toList()
                : List.of();
        return Map.of(
                "state", run.state().key(),
                "percent", imports.percent(id).orElse(0),
                "swedish", run.swedish(),
                "english", run.english(),
                "rejects", rejects);
    }
}
