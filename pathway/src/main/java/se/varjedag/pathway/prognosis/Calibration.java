package se.varjedag.pathway.prognosis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import se.varjedag.pathway.statistics.Share;

/// How chances that were given held: of those given 30 %, did 30 % start in time?
///
/// The Brier score is the mean of (chance − outcome)², 0 for a seer and 0.25 for who always says one half. Beside it
/// stands the score of always giving the share that came out in the end, which nobody could have known; the skill is
/// 1 − score/that score. Source: Brier, Verification of forecasts expressed in terms of probability, Monthly Weather
/// Review 78 (1950) 1–3.
///
/// @param bands tenths of chance, the lowest first, those with nobody left out
/// @param brier the score; empty when nobody is judged
/// @param baseBrier the score of the outcome's own share
public record Calibration(List<Band> bands, Share kept, OptionalDouble brier, OptionalDouble baseBrier) {
    private static final int BANDS = 10;

    /// Those who were given about the same chance.
    ///
    /// @param from the least chance of the band
    /// @param to the greatest
    /// @param given the mean of the chances they were given
    /// @param kept how many of them started within the limit
    public record Band(double from, double to, double given, Share kept) {}

    public Calibration {
        bands = List.copyOf(bands);
    }

    /// The calibration of these chances.
    public static Calibration of(List<Forecast> forecasts) {
        var count = new long[BANDS];
        var kept = new long[BANDS];
        var sum = new double[BANDS];
        double squares = 0;
        long allKept = 0;
        for (var forecast : forecasts) {
            int band = Math.min(BANDS - 1, (int) (forecast.chance() * BANDS));
            count[band]++;
            sum[band] += forecast.chance();
            kept[band] += forecast.kept() ? 1 : 0;
            allKept += forecast.kept() ? 1 : 0;
            double miss = forecast.chance() - (forecast.kept() ? 1 : 0);
            squares += miss * miss;
        }
        var bands = new ArrayList<Band>();
        for (int band = 0; band < BANDS; band++) {
            if (count[band] > 0) {
                bands.add(new Band(
                        (double) band / BANDS,
                        (double) (band + 1) / BANDS,
                        sum[band] / count[band],
                        new Share(kept[band], count[band])));
            }
        }
        long n = forecasts.size();
        var share = new Share(allKept, n);
        return new Calibration(
                bands,
                share,
                n == 0 ? OptionalDouble.empty() : OptionalDouble.of(squares / n),
                share.value().isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                share.value().getAsDouble() * (1 - share.value().getAsDouble())));
    }

    /// By how much of its own score the outcome's share is beaten; empty when everybody had the same outcome.
    public OptionalDouble skill() {
        return brier.isPresent() && baseBrier.isPresent() && baseBrier.getAsDouble() > 0
                ? OptionalDouble.of(1 - brier.getAsDouble() / baseBrier.getAsDouble())
                : OptionalDouble.empty();
    }
}
