package se.varjedag.app.followup.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.followup.Generation;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.DataOrigin;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Page;
import se.varjedag.app.web.chart.Charts;
import se.varjedag.pathway.change.EarlierDays;
import se.varjedag.pathway.trace.TracedPathways;

/// Opens a reading for each request, and keeps the pages made from one state of the data until it changes.
@Component
public class Readings implements DataOrigin {

    private final FollowUp followUp;
    private final Timeline timeline;
    private final Frame frame;
    private final Charts charts;
    private final Units units;
    private final KeptPages<Key> made = new KeptPages<>();
    private volatile @Nullable EarlierDays earlier;

    private record Key(
            Class<?> page,
            String folder,
            Instant knownAt,
            boolean expected,
            Selection selection,
            String language,
            Own own) {}

    Readings(FollowUp followUp, Timeline timeline, Frame frame, Charts charts, Units units) {
        this.followUp = followUp;
        this.timeline = timeline;
        this.frame = frame;
        this.charts = charts;
        this.units = units;
    }

    @Override
    public boolean synthetic() {
        return followUp.current().simulated();
    }

    /// Whether there is nothing to read yet.
    boolean empty() {
        return followUp.current().isEmpty();
    }

    /// Whether what is read is all that there is: before the first reading of the log is over it is not.
    public boolean ready() {
        return followUp.ready();
    }

    /// Files hold figures; while there are none yet, there is no file either.
    public void requireReady() {
        if (!ready()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /// What is being loaded, in the words of the reader; empty when nothing is.
    public Optional<Progress> progress(HttpServletRequest request) {
        return Progress.of(followUp.loading(), frame.texts(request));
    }

    /// The frame of a page whose title is a text.
    public Page titled(HttpServletRequest request, String key) {
        return page(request, frame.texts(request).text(key));
    }

    /// The frame of a page that shows figures: it says so when some of the limits are assumed.
    Page page(HttpServletRequest request, String title) {
        var page = frame.page(request, title);
        return followUp.current().assumedLimits() ? page.noting(page.t("frame.assumed")) : page;
    }

    /// The page of this request, made anew only when the data or the selection have changed.
    <P> P page(
            Class<P> kind,
            HttpServletRequest request,
            Map<String, String> parameters,
            String folder,
            Function<Reading, P> make) {
        return page(kind, request, parameters, folder, basis -> Selection.read(parameters, basis), make);
    }

    /// The same of a page under Följ upp, whose selection may be narrowed further.
    ///
    /// @param own the names of the choices that are the page's own
    public <P> P page(
            Class<P> kind,
            HttpServletRequest request,
            Map<String, String> parameters,
            String folder,
            List<String> own,
            Function<Reading, P> make) {
        return page(kind, request, parameters, folder, basis -> Selection.read(parameters, basis, own), make);
    }

    private <P> P page(
            Class<P> kind,
            HttpServletRequest request,
            Map<String, String> parameters,
            String folder,
            Function<Basis, Selection> choose,
            Function<Reading, P> make) {
        var generation = followUp.current();
        var basis = basis(generation, parameters);
        var selection = choose.apply(basis);
        var texts = frame.texts(request);
        var own = frame.visitor()
                .map(visitor -> new Own(visitor.region(), visitor.unit()))
                .orElse(Own.EVERYWHERE);
        var key = new Key(
                kind,
                folder,
                generation.knownAt(),
                generation.expected().isPresent(),
                selection,
                texts.text("language.tag"),
                own);
        boolean aboutNow = basis.traced() == generation.facts().traced();
        var known = made.get(key, aboutNow);
        if (known != null) {
            return kind.cast(known);
        }
        var page = make.apply(new Reading(basis, selection, texts, charts, folder, own, units::name));
        // What was made before the latest change is not asked for again.
        made.forget(one -> one.knownAt().isBefore(key.knownAt()));
        made.keep(key, aboutNow, page);
        return page;
    }

    private Basis basis(Generation generation, Map<String, String> parameters) {
        var asOf = Selection.asOf(parameters);
        // What is asked for as known at a moment to come is what is known now.
        var knownAt = Selection.knownAt(parameters).filter(moment -> moment.isBefore(generation.knownAt()));
        var facts = asOf.isEmpty() && knownAt.isEmpty() ? generation.facts() : timeline.facts(asOf, knownAt);
        return TracedBasis.of(
                facts,
                generation.expected(),
                frame.today(),
                knownAt.orElse(generation.knownAt()),
                facts == generation.facts() ? earlierDays(facts.traced()) : new EarlierDays(facts.traced()));
    }

    /// One and the same for all who read what is known now.
    private EarlierDays earlierDays(TracedPathways traced) {
        var known = earlier;
        if (known == null || known.traced() != traced) {
            known = new EarlierDays(traced);
            earlier = known;
        }
        return known;
    }
}
