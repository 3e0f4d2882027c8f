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
            globalThis.draw = function (width, height, option, thousands) {
              var asked = JSON.parse(option);
              [].concat(asked.xAxis || [], asked.yAxis || []).forEach(function (axis) {
                var words = axis.type === 'value' && axis.axisLabel && axis.axisLabel.formatter;
                if (typeof words === 'string') {
                  axis.axisLabel.formatter = function (value) {
                    var number = String(value);
                    if (Number.isInteger(value)) number = number.replace(/\\B(?=(\\d{3})+$)/g, thousands);
                    return words.replace('{value}', number);
                  };
                }
              });
              var chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: width, height: height });
              try { chart.setOption(asked); return chart.renderToSVGString(); } finally { chart.dispose(); }
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
    ///
    /// @param thousands what stands between the thousands of a whole number along an axis
    String draw(int width, int height, String option, String thousands) throws JavetException {
        try (var global = runtime.getGlobalObject()) {
            return global.invokeString("draw", width, height, option, thousands);
        }
    }

    @Override
    public void close() throws JavetException {
        runtime.close();
    }
}
