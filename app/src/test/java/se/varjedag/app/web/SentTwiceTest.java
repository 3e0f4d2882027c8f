package se.varjedag.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SentTwiceTest {
    private final SentTwice filter = new SentTwice();
    private final AtomicInteger kept = new AtomicInteger();

    private MockHttpServletResponse send(MockHttpSession session, String path, String text, int status)
            throws Exception {
        var request = new MockHttpServletRequest("POST", path);
        request.setSession(session);
        request.setContentType("application/x-www-form-urlencoded;charset=UTF-8");
        request.setParameter("text", text);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain() {
            @Override
            public void doFilter(jakarta.servlet.ServletRequest asked, jakarta.servlet.ServletResponse answer) {
                var answered = (HttpServletResponse) answer;
                answered.setStatus(status);
                if (status == HttpServletResponse.SC_FOUND) {
                    answered.setHeader("Location", "/klart?nummer=" + kept.incrementAndGet());
                } else {
                    kept.incrementAndGet();
                }
            }
        });
        return response;
    }

    @Test
    void a_double_click_is_kept_once_and_led_where_the_first_was() throws Exception {
        var session = new MockHttpSession();
        try (var clicks = Executors.newFixedThreadPool(6)) {
            var all = clicks.invokeAll(IntStream.range(0, 6)
                    .mapToObj(_ -> (Callable<MockHttpServletResponse>) () -> send(session, "/mal", "Sjunga", 302))
                    .toList());
            for (var one : all) {
                assertThat(one.get().getHeader("Location")).isEqualTo("/klart?nummer=1");
            }
        }
        assertThat(kept).hasValue(1);
    }

    @Test
    void what_differs_in_a_field_an_address_or_a_session_is_another_form() throws Exception {
        var session = new MockHttpSession();
        send(session, "/mal", "Sjunga", 302);
        send(session, "/mal", "Cykla", 302);
        send(session, "/meddelanden", "Cykla", 302);
        send(new MockHttpSession(), "/meddelanden", "Cykla", 302);
        send(session, "/mal", "Sjunga", 302);

        assertThat(kept).hasValue(5);
    }

    @Test
    void who_shows_the_page_again_and_sends_the_same_means_it() throws Exception {
        var session = new MockHttpSession();
        for (var token : List.of("a", "b")) {
            var request = new MockHttpServletRequest("POST", "/mal");
            request.setSession(session);
            request.setContentType("application/x-www-form-urlencoded");
            request.setParameter("_csrf", token);
            filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain() {
                @Override
                public void doFilter(jakarta.servlet.ServletRequest asked, jakarta.servlet.ServletResponse answer) {
                    ((HttpServletResponse) answer).setStatus(302);
                    ((HttpServletResponse) answer).setHeader("Location", "/klart");
                    kept.incrementAndGet();
                }
            });
        }
        assertThat(kept).hasValue(2);
    }

    @Test
    void what_was_not_kept_may_be_sent_again() throws Exception {
        var session = new MockHttpSession();
        send(session, "/mal", "Sjunga", 200);
        send(session, "/mal", "Sjunga", 403);
        send(session, "/mal", "Sjunga", 302);

        assertThat(kept).hasValue(3);
    }
}
