package se.varjedag.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/// The templates, which were compiled with the program.
public final class Templates {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "se.varjedag.views");

    private Templates() {}

    /// Whether there is a template of this name.
    static boolean has(String name) {
        return ENGINE.hasTemplate(file(name));
    }

    /// The page that a template makes of a model.
    ///
    /// @param name its place among the templates, without its ending
    public static Utf8ByteOutput html(String name, Map<String, Object> model) {
        var html = new Utf8ByteOutput();
        ENGINE.render(file(name), model, html);
        return html;
    }

    private static String file(String name) {
        return name + ".jte";
    }
}
