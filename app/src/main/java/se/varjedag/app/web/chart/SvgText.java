package se.varjedag.app.web.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what ECharts writes into SVG that a strict content security policy lets through, and into files.
final class SvgText {

    private static final Pattern STYLE_BLOCK = Pattern.compile("(?s)<style\\b.*?</style>");
    private static final Pattern STYLE = Pattern.compile(" style=\"([^\"]*)\"");
    private static final Pattern FONT = Pattern.compile("^(?:(bold|normal|\\d{3})\\s+)?([\\d.]+)px\\b.*$");
    private static final Pattern NOISE =
            Pattern.compile(" (?:class=\"zr[^\"]*\"|ecmeta_[a-z_]+=\"[^\"]*\"|pointer-events=\"[^\"]*\"|"
                    + "xmlns:xlink=\"[^\"]*\"|version=\"[^\"]*\"|baseProfile=\"[^\"]*\")");
    private static final Pattern GROUND =
            Pattern.compile("<rect width=\"\\d+\" height=\"\\d+\" x=\"0\" y=\"0\" fill=\"none\"></rect>\\s*");
    private static final Pattern DECIMALS = Pattern.compile("(\\d+\\.\\d{2})\\d+");
    private static final Pattern VARIABLE = Pattern.compile("var\\((--[a-z0-9-]+)\\)");

    private static final Pattern ITEM =
            Pattern.compile("<path\\b[^>]* ecmeta_series_index=\"(\\d+)\" ecmeta_data_index=\"(\\d+)\"[^>]*></path>");
    private static final Pattern LINK = Pattern.compile("(?s)<a\\b[^>]*><title>[^<]*</title>(.*?)</a>");

    private SvgText() {}

    /// Without style attributes and blocks, with a role and a name, its links laid in, its decimals cut.
    ///
    /// A picture is read as one thing; one that leads somewhere is read as a group of its links.
    static String clean(String svg, String label, List<Drawing.Link> links) {
        var text = STYLE_BLOCK.matcher(svg).replaceAll("");
        if (!links.isEmpty()) {
            text = linked(text, links);
        }
        text = NOISE.matcher(text).replaceAll("");
        text = STYLE.matcher(text).replaceAll(SvgText::asAttributes);
        text = GROUND.matcher(text).replaceFirst("");
        text = DECIMALS.matcher(text).replaceAll("$1");
        var role = links.isEmpty() ? "img" : "group";
        return text.replaceFirst(
                "<svg ", "<svg role=\"" + role + "\" aria-label=\"" + Matcher.quoteReplacement(escaped(label)) + "\" ");
    }

    private static String linked(String svg, List<Drawing.Link> links) {
        var byItem = new HashMap<String, Drawing.Link>();
        links.forEach(link -> byItem.put(link.series() + ":" + link.item(), link));
        return ITEM.matcher(svg).replaceAll(item -> {
            var link = byItem.get(item.group(1) + ":" + item.group(2));
            var drawn = link == null
                    ? item.group()
                    : "<a href=\"" + escaped(link.path()) + "\" aria-label=\"" + escaped(link.words()) + "\"><title>"
                            + escaped(link.words()) + "</title>" + item.group() + "</a>";
            return Matcher.quoteReplacement(drawn);
        });
    }

    /// The same picture as a file of its own: the colours of the light scheme in place of the page's variables.
    static String asFile(String svg, Map<String, String> colours) {
        var text = VARIABLE.matcher(LINK.matcher(svg).replaceAll("$1"))
                .replaceAll(match -> colours.getOrDefault(match.group(1), "#14201c"));
        var fonts = " font-family=\"'Source Sans 3', 'Source Sans Pro', 'Segoe UI', sans-serif\"";
        var named = text.contains("xmlns=") ? fonts : fonts + " xmlns=\"http://www.w3.org/2000/svg\"";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text.replaceFirst("<svg", "<svg" + named) + "\n";
    }

    private static String asAttributes(MatchResult style) {
        var attributes = new TreeMap<String, String>();
        for (var declaration : style.group(1).split(";", -1)) {
            var colon = declaration.indexOf(':');
            if (colon < 0) {
                continue;
            }
            var name = declaration.substring(0, colon).strip();
            var value = declaration.substring(colon + 1).strip();
            if (name.equals("font")) {
                var font = FONT.matcher(value);
                if (font.matches()) {
                    attributes.put("font-size", font.group(2));
                    if (font.group(1) != null) {
                        attributes.put("font-weight", font.group(1));
                    }
                }
            } else if (name.equals("font-size") || name.equals("font-weight")) {
                attributes.put(name, value.replace("px", ""));
            }
        }
        var text = new StringBuilder();
        attributes.forEach((name, value) ->
                text.append(' ').append(name).append("=\"").append(value).append('"'));
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
