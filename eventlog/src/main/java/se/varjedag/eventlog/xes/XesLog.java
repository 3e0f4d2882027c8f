package se.varjedag.eventlog.xes;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.discover.CaseLog;
import se.varjedag.eventlog.discover.EventTime;
import se.varjedag.eventlog.discover.LogFile;
import se.varjedag.eventlog.discover.Unusable;
import se.varjedag.eventlog.discover.UnusableLog;

/// Reads XES into a [CaseLog], as a stream: memory does not grow with the file, only with the log.
///
/// Every trace is one case. An event's time is `time:timestamp`; its activity is `concept:name`, or the attributes of
/// the classifier asked for, joined by `+`. Nothing outside the file is ever fetched: document types and external
/// entities are not followed. A file that is broken anywhere, or holds no event, is refused as a whole.
public final class XesLog {
    private static final String NAME = "concept:name";
    private static final String TIME = "time:timestamp";

    private final @Nullable String classifier;
    private final RejectionSink unusable;

    /// @param classifier the name of the classifier whose attributes make the activity; null for `concept:name`
    public XesLog(@Nullable String classifier, RejectionSink unusable) {
        this.classifier = classifier;
        this.unusable = unusable;
    }

    /// Adds the traces of one file.
    public void read(Path file, CaseLog.Builder log) throws UnusableLog {
        try (var bytes = LogFile.open(file)) {
            read(file.toString(), bytes, log);
        } catch (IOException failure) {
            throw LogFile.explain(file, failure);
        }
    }

    /// Adds the traces of a stream called `file` in messages.
    public void read(String file, InputStream bytes, CaseLog.Builder log) throws IOException, UnusableLog {
        try {
            var xml = factory().createXMLStreamReader(bytes);
            try {
                new Walk(file, xml, log).log();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException broken) {
            throw cause(file, broken);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // These limits count every harmless &amp; of a long log; without document types nothing is left to expand.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        return factory;
    }

    private static UnusableLog cause(String file, XMLStreamException broken) throws IOException {
        if (broken.getNestedException() instanceof IOException failure
                && !(failure instanceof CharConversionException)
                && !(failure instanceof UnsupportedEncodingException)) {
            throw failure;
        }
        var place = broken.getLocation();
        int line = place == null ? 1 : Math.max(1, place.getLineNumber());
        int column = place == null ? 1 : Math.max(1, place.getColumnNumber());
        return broken(file, line, column);
    }

    private static UnusableLog broken(String file, int line, int column) {
        return new UnusableLog(
                "%s is not whole XES: it breaks at line %d, column %d. Export it again; nothing of it was used."
                        .formatted(file, line, column),
                "%s är inte hel XES: den brister på rad %d, kolumn %d. Exportera den igen; inget av den användes."
                        .formatted(file, line, column));
    }

    /// One pass through one file.
    private final class Walk {
        private final String file;
        private final XMLStreamReader xml;
        private final CaseLog.Builder log;
        private final Map<String, List<String>> classifiers = new HashMap<>();
        private final Map<String, String> attributes = new HashMap<>();
        private final long before;
        private int traces;
        private long rejected;

        Walk(String file, XMLStreamReader xml, CaseLog.Builder log) {
            this.file = file;
            this.xml = xml;
            this.log = log;
            this.before = log.size();
        }

        void log() throws XMLStreamException, UnusableLog {
            while (next() != XMLStreamConstants.START_ELEMENT) {
                // Whatever stands before the first element (comments, instructions) says nothing about events.
            }
            if (!xml.getLocalName().equals("log")) {
                throw new UnusableLog(
                        "%s is XML but not XES: its first element is <%s>, not <log>."
                                .formatted(file, xml.getLocalName()),
                        "%s är XML men inte XES: första elementet är <%s>, inte <log>."
                                .formatted(file, xml.getLocalName()));
            }
            while (next() != XMLStreamConstants.END_ELEMENT) {
                if (xml.isStartElement()) {
                    switch (xml.getLocalName()) {
                        case "trace" -> trace();
                        case "classifier" -> classifier();
                        default -> skip();
                    }
                }
            }
            while (next() != XMLStreamConstants.END_DOCUMENT) {
                // Reads to the end: anything but comments after the log makes the file broken.
            }
            if (log.size() == before) {
                throw nothing();
            }
        }

        /// What comes next. The parser has no words for some faults of a document type and fails in looking for them:
        /// the file is broken there all the same.
        private int next() throws XMLStreamException {
            try {
                return xml.next();
            } catch (RuntimeException stumbled) {
                throw new XMLStreamException("The parser stumbled", xml.getLocation(), stumbled);
            }
        }

        private UnusableLog nothing() {
            return new UnusableLog(
                    "%s holds no event that can be used (%d traces, %d events refused): nothing to discover."
                            .formatted(file, traces, rejected),
                    "%s innehåller ingen användbar händelse (%d spår, %d händelser avvisade): inget att visa."
                            .formatted(file, traces, rejected));
        }

        private void classifier() throws XMLStreamException {
            var name = xml.getAttributeValue(null, "name");
            var keys = xml.getAttributeValue(null, "keys");
            if (name != null && keys != null && !keys.isBlank()) {
                classifiers.put(name, ClassifierKeys.of(keys));
            }
            skip();
        }

        private void trace() throws XMLStreamException, UnusableLog {
            traces++;
            var keys = activityKeys();
            String name = "";
            var events = new ArrayList<ReadEvent>();
            while (next() != XMLStreamConstants.END_ELEMENT) {
                if (xml.isStartElement()) {
                    if (xml.getLocalName().equals("event")) {
                        event(keys, events);
                    } else {
                        var value = xml.getAttributeValue(null, "value");
                        if (NAME.equals(xml.getAttributeValue(null, "key")) && value != null) {
                            name = value;
                        }
                        skip();
                    }
                }
            }
            if (!events.isEmpty()) {
                int number = log.newCase(name.isEmpty() ? "trace " + traces : name);
                events.forEach(event -> log.add(number, event.activity, event.time));
            }
        }

        private List<String> activityKeys() throws UnusableLog {
            if (classifier == null) {
                return List.of(NAME);
            }
            var keys = classifiers.get(classifier);
            if (keys == null) {
                throw new UnusableLog(
                        "%s has no classifier '%s'. It has: %s."
                                .formatted(file, classifier, String.join(", ", classifiers.keySet())),
                        "%s har ingen klassificerare '%s'. Den har: %s."
                                .formatted(file, classifier, String.join(", ", classifiers.keySet())));
            }
            return keys;
        }

        private void event(List<String> keys, List<ReadEvent> events) throws XMLStreamException {
            long line = xml.getLocation().getLineNumber();
            attributes.clear();
            while (next() != XMLStreamConstants.END_ELEMENT) {
                if (xml.isStartElement()) {
                    var key = xml.getAttributeValue(null, "key");
                    var value = xml.getAttributeValue(null, "value");
                    if (key != null && value != null && (key.equals(TIME) || keys.contains(key))) {
                        attributes.put(key, value);
                    }
                    skip();
                }
            }
            var parts = new ArrayList<String>();
            for (var key : keys) {
                var part = attributes.get(key);
                if (part == null || part.isBlank()) {
                    reject(Unusable.missing(file, line, key));
                    return;
                }
                parts.add(part.strip());
            }
            var time = attributes.get(TIME);
            if (time == null || time.isBlank()) {
                reject(Unusable.missing(file, line, TIME));
                return;
            }
            var read = EventTime.parse(time);
            if (read == null) {
                reject(Unusable.badTime(file, line, TIME, time));
                return;
            }
            events.add(new ReadEvent(String.join("+", parts), read));
        }

        private void reject(Rejection row) {
            rejected++;
            unusable.reject(row);
        }

        /// Passes over the element just begun and all within it.
        private void skip() throws XMLStreamException {
            for (int depth = 1; depth > 0; ) {
                int kind = next();
                depth += kind == XMLStreamConstants.START_ELEMENT ? 1 : kind == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            }
        }
    }

    private record ReadEvent(String activity, EventTime time) {}
}
