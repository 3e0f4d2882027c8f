package se.varjedag.app.web.chart;

import com.caoccao.javet.exceptions.JavetException;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import se.varjedag.app.web.Formats;
import tools.jackson.databind.json.JsonMapper;

/// Draws charts on the server, with V8 and ECharts: one runtime behind a lock, warmed as the program starts.
///
/// Where V8 cannot run (another platform) nothing is drawn, the pages show their tables and say so.
@Component
public final class Charts {

    private static final Logger LOG = LoggerFactory.getLogger(Charts.class);
    private static final int KEPT = 400;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern COLOUR = Pattern.compile("(--[a-z0-9-]+):\\s*(#[0-9a-f]{6})");

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, String> drawn = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<String, String> light = lightColours();
    private @Nullable ScriptEngine engine;
    private boolean broken;

    @Autowired
    Charts() {
        this(true);
    }

    private Charts(boolean drawing) {
        broken = !drawing;
        if (drawing) {
            Thread.ofPlatform().daemon().name("chart-warmup").start(this::warm);
        }
    }

    /// A pen without ink, as on a machine where V8 does not run.
    public static Charts without() {
        return new Charts(false);
    }

    /// The picture of a drawing, wide and narrow; without V8 a chart that holds only its words.
    public Chart draw(Drawing drawing) {
        return draw(drawing, Formats.NB);
    }

    /// The same in another way of writing numbers.
    ///
    /// @param thousands what stands between the thousands along an axis
    public Chart draw(Drawing drawing, String thousands) {
        return new Chart(drawing.label(), draw(drawing, false, thousands), draw(drawing, true, thousands));
    }

    /// The wide picture as a file of its own, with light colours.
    public String file(String svg) {
        return SvgText.asFile(svg, light);
    }

    private @Nullable String draw(Drawing drawing, boolean narrow, String thousands) {
        var size = drawing.size(narrow);
        var option = JSON.writeValueAsString(drawing.option(size));
        var links = drawing.links();
        var key = size.width() + "x" + size.height() + drawing.label() + links + thousands + option;
        lock.lock();
        try {
            var known = drawn.get(key);
            if (known != null) {
                return known;
            }
            var script = engine();
            if (script == null) {
                return null;
            }
            var svg =
                    SvgText.clean(script.draw(size.width(), size.height(), option, thousands), drawing.label(), links);
            drawn.put(key, svg);
            return svg;
        } catch (JavetException e) {
            LOG.error("A chart could not be drawn; its table is shown instead.", e);
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void warm() {
        lock.lock();
        try {
            engine();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable ScriptEngine engine() {
        if (engine == null && !broken) {
            try {
                engine = new ScriptEngine();
            } catch (JavetException | IOException | LinkageError e) {
                broken = true;
                LOG.warn("Charts cannot be drawn on this machine ({}); the pages show their tables.", e.toString());
            }
        }
        return engine;
    }

    @PreDestroy
    void stop() throws JavetException {
        lock.lock();
        try {
            broken = true;
            if (engine != null) {
                engine.close();
                engine = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /// The colours of the light scheme, read from the same file as the pages use: the first value of each name.
    private static Map<String, String> lightColours() {
        var colours = new LinkedHashMap<String, String>();
        try (var tokens = Charts.class.getResourceAsStream("/static/assets/tokens.css")) {
            if (tokens == null) {
                throw new IllegalStateException("tokens.css is missing from the build");
            }
            var found = COLOUR.matcher(new String(tokens.readAllBytes(), StandardCharsets.UTF_8));
            while (found.find()) {
                colours.putIfAbsent(found.group(1), found.group(2));
            }
        } catch (IOException e) {
            throw new IllegalStateException("tokens.css could not be read", e);
        }
        return colours;
    }
}
