package se.varjedag.pathway.statistics;

/// How the bounds of one point of a curve are found from its standard error: on which scale the estimate is
/// taken to be normal. The names and formulas are those of R's `survfit`, argument `conf.type`.
public enum CurveBounds {

    /// p ± z·σ, cut at 0 and 1.
    PLAIN {
        @Override
        Interval around(double p, double reach) {
            return new Interval(Math.max(0, p - reach), Math.min(1, p + reach));
        }
    },

    /// p·exp(±z·σ/p), cut at 1. Source: Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data
    /// (1980), 1.13.
    LOG {
        @Override
        Interval around(double p, double reach) {
            double factor = Math.exp(reach / p);
            return new Interval(p / factor, Math.min(1, p * factor));
        }
    },

    /// p^exp(±z·σ/(p·ln p)), which stays between 0 and 1 and holds its level best with few patients; used
    /// where nothing else is said. Source: Kalbfleisch and Prentice (1980), 1.13; for cumulative incidence
    /// Choudhury, Statistics in Medicine 21 (2002) 1129–1144.
    LOG_LOG {
        @Override
        Interval around(double p, double reach) {
            double power = Math.exp(-reach / (p * Math.log(p)));
            return new Interval(Math.pow(p, power), Math.pow(p, 1 / power));
        }
    };

    abstract Interval around(double p, double reach);

    /// The bounds of a share above 0 and below 1.
    public Interval of(double share, double variance, double level) {
        if (!(share > 0 && share < 1 && variance >= 0)) {
            throw new IllegalArgumentException("No bounds around %s with variance %s".formatted(share, variance));
        }
        return around(share, Normal.z(level) * Math.sqrt(variance));
    }
}
