package se.varjedag.app.identity;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;

/// What `./varjedag keys` asks of a server that runs on the same machine.
@RestController
@Allowed(Permission.THIS_MACHINE)
class LocalKeys {
    private final KeyRotation rotation;

    LocalKeys(KeyRotation rotation) {
        this.rotation = rotation;
    }

    /// Makes a new key where keys are made here, and begins to encrypt with it what older ones hold.
    @PostMapping("/local/keys/rotation")
    Map<String, Object> rotate() {
        rotation.newKey();
        Thread.ofPlatform().daemon().name("key-rotation").start(rotation::run);
        return how();
    }

    @GetMapping("/local/keys/rotation")
    Map<String, Object> how() {
        var progress = rotation.progress();
        return Map.of("newest", progress.newest(), "left", progress.left(), "persons", progress.persons());
    }
}
