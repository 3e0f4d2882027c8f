package se.varjedag.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Whether somebody is asking for a page or an answer right now. What is worked out beforehand steps aside for them.
@Component
public class Askers implements HandlerInterceptor, WebMvcConfigurer {
    /// Who has read one page often asks for the next.
    private static final Duration AFTER_THE_LAST = Duration.ofMillis(500);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final AtomicInteger asking = new AtomicInteger();
    private volatile long latest = System.nanoTime() - AFTER_THE_LAST.toNanos();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // How far the loading has come is asked for by the page itself, again and again.
        registry.addInterceptor(this)
                .excludePathPatterns("/assets/**", "/webjars/**", "/favicon.ico", "/laget/framsteg");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        asking.incrementAndGet();
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception trouble) {
        latest = System.nanoTime();
        asking.decrementAndGet();
    }

    /// Whether nobody asks, and nobody has just asked.
    boolean quiet() {
        return asking.get() == 0 && System.nanoTime() - latest >= AFTER_THE_LAST.toNanos();
    }

    /// Waits until nobody asks.
    ///
    /// @param stopped ends the waiting
    public void letPass(BooleanSupplier stopped) {
        while (!stopped.getAsBoolean() && !quiet()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
