package se.varjedag.pathway.statistics;

/// What a funnel compares: the exact limits of such a figure, and the scale on which it varies equally much
/// wherever it lies, so that chance and difference can be measured in the same unit.
///
/// Source: Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24
/// (2005) 1185–1202, table I and appendix A.
enum FunnelScale {

    /// Shares of patients; the size is how many. y = arcsin √p, s = 1/(2√n).
    SHARE {
        @Override
        double to(double share) {
            return Math.asin(Math.sqrt(share));
        }

        @Override
        double from(double y) {
            double sine = Math.sin(Math.clamp(y, 0, Math.PI / 2));
            return sine * sine;
        }

        @Override
        double spread(double size, double target) {
            return 1 / (2 * Math.sqrt(size));
        }

        @Override
        Interval exact(double size, double target, double level) {
            return Binomial.limits(Math.round(size), target, level);
        }

        @Override
        double tailBelow(double observed, double size, double target) {
            return Binomial.atMost(Math.round(observed), Math.round(size), target);
        }

        @Override
        double tailAbove(double observed, double size, double target) {
            return Binomial.atLeast(Math.round(observed), Math.round(size), target);
        }
    },

    /// Observed to expected counts; the size is what was expected. y = √(O/E), s = 1/(2√E).
    ///
    /// The root and not the logarithm, so that a unit without a case has its place too.
    OBSERVED_TO_EXPECTED {
        @Override
        double to(double ratio) {
            return Math.sqrt(ratio);
        }

        @Override
        double from(double y) {
            return y <= 0 ? 0 : y * y;
        }

        @Override
        double spread(double size, double target) {
            return 1 / (2 * Math.sqrt(size));
        }

        @Override
        Interval exact(double size, double target, double level) {
            var limits = Poisson.limits(size * target, level);
            return new Interval(limits.lower() * target, limits.upper() * target);
        }

        @Override
        double tailBelow(double observed, double size, double target) {
            return Poisson.atMost(Math.round(observed), size * target);
        }

        @Override
        double tailAbove(double observed, double size, double target) {
            return Poisson.atLeast(Math.round(observed), size * target);
        }
    },

    /// One count to another, as this year's to last year's; the size is both together. y = ln r, s² = 1/O₁ +
    /// 1/O₂ with the counts that the target divides the size into.
    ///
    /// Given both together the first is binomial with the chance target/(1 + target): whence the exact limits.
    ONE_COUNT_TO_ANOTHER {
        @Override
        double to(double ratio) {
            return Math.log(ratio);
        }

        @Override
        double from(double y) {
            return Math.exp(y);
        }

        @Override
        double spread(double size, double target) {
            return (1 + target) / Math.sqrt(size * target);
        }

        @Override
        Interval exact(double size, double target, double level) {
            var share = Binomial.limits(Math.round(size), chance(target), level);
            return new Interval(share.lower() / (1 - share.lower()), share.upper() / (1 - share.upper()));
        }

        @Override
        double tailBelow(double observed, double size, double target) {
            return Binomial.atMost(Math.round(observed), Math.round(size), chance(target));
        }

        @Override
        double tailAbove(double observed, double size, double target) {
            return Binomial.atLeast(Math.round(observed), Math.round(size), chance(target));
        }

        private static double chance(double target) {
            return target / (1 + target);
        }
    };

    abstract double to(double figure);

    abstract double from(double y);

    abstract double spread(double size, double target);

    abstract Interval exact(double size, double target, double level);

    /// The chance of this count or a lower one.
    abstract double tailBelow(double observed, double size, double target);

    /// The chance of this count or a higher one.
    abstract double tailAbove(double observed, double size, double target);
}
