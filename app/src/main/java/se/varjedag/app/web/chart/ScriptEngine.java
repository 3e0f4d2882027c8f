package se.varjedag.app.web.chart;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// One V8 runtime with ECharts loaded. It is one thread's at a time: the caller holds the lock.
final class ScriptEngine implements AutoCloseable {

    private static final String GROUND = """
            globalThis.setTimeout = function () { return 0; };
            globalThis.clearTimeout = function () {};
            globalThis.setInterval = function () { return 0; };
            globalThis.clearInterval = function () {};
            """;

    private static final String DRAW = """
            globalThis.draw = function (width, height, option) {
              var chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: width, height: height });
              try { chart.setOption(JSON.parse(option)); return chart.renderToSVGString(); } finally { chart.dispose(); }
            };
            """;

    private final V8Runtime runtime;

    /// Starts V8 and loads ECharts; half a second.
    ScriptEngine() throws JavetException, IOException {
        runtime = V8Host.getV8Instance().createV8Runtime();
        runtime.getExecutor(GROUND).executeVoid();
        try (var script = ScriptEngine.class.getResourceAsStream("echarts.min.js")) {
            if (script == null) {
                throw new IOException("echarts.min.js is missing from the build");
            }
            runtime.getExecutor(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .executeVoid();
        }
        runtime.getExecutor(DRAW).executeVoid();
    }

    /// The SVG text of an option.
    String draw(int width, int height, String option) throws JavetException {
        try (var global = runtime.getGlobalObject()) {
            return global.invokeString("draw", width, height, option);
        }
    }

    @Override
    public void close() throws JavetException {
        runtime.close();
    }
}
