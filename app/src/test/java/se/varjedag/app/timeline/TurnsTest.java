package se.varjedag.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The queue of those who ask for other moments.
class TurnsTest {

    @Test
    void who_comes_when_the_queue_is_full_is_told_so_at_once_and_later_finds_room() throws Exception {
        var turns = new Turns(2);
        var working = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var atOnce = new AtomicInteger();
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = askers.submit(() -> turns.take(() -> {
                atOnce.incrementAndGet();
                working.countDown();
                await(done);
                return atOnce.getAndDecrement();
            }));
            working.await();
            var second = askers.submit(() -> turns.take(atOnce::incrementAndGet));
            while (turns.free() > 0) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> turns.take(() -> 0)).isInstanceOf(Crowded.class);

            done.countDown();
            assertThat(first.get()).isEqualTo(1);
            assertThat(second.get()).isEqualTo(1);
            assertThat(turns.take(() -> "now")).isEqualTo("now");
        }
    }

    @Test
    void work_that_fails_gives_its_place_back() {
        var turns = new Turns(1);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turns.take(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
        }
        assertThat(turns.free()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
