"""Computes the reference tables that the measures are tested against, with SciPy, NumPy and exact fractions.

Run in this folder: python3 measures.py ../resources/se/varjedag/pathway/measure
Nothing here follows the program's own formulas: Wilson's interval is SciPy's, quantiles are NumPy's, Newcombe's
interval is solved from SciPy's, and the cumulative incidence and its variance are the matrix product and its recursion
(Andersen, Borgan, Gill, Keiding: Statistical Models Based on Counting Processes, 1993, section IV.4) in exact fractions.
"""
import random
import sys
from fractions import Fraction
from math import exp, log, sqrt
from pathlib import Path

import numpy
import scipy
from scipy.stats import binomtest, norm

OUT = Path(sys.argv[1])
WITH = f"NumPy {numpy.__version__} and SciPy {scipy.__version__}"


def write(name, told, header, rows):
    with open(OUT / name, "w", encoding="utf-8") as file:
        file.write(f"# {told} by src/test/reference/measures.py with {WITH}.\n{header}\n")
        for row in rows:
            file.write(",".join(repr(float(x)) if isinstance(x, (float, numpy.floating)) else str(x) for x in row) + "\n")


def wilson(x, n, level):
    interval = binomtest(x, n).proportion_ci(level, method="wilson")
    return float(interval.low), float(interval.high)


def wilson_table():
    for n in (1, 2, 5, 10, 29, 100, 1234, 48807, 2500000):
        for x in sorted({0, 1, n // 3, n // 2, (4 * n) // 5, n - 1, n}):
            if 0 <= x <= n:
                for level in (0.8, 0.95, 0.998):
                    yield (x, n, level, *wilson(x, n, level))


def newcombe_table():
    for x1, n1, x2, n2 in ((56, 70, 48, 80), (9, 10, 3, 10), (10, 10, 0, 20), (0, 10, 0, 20), (5, 5, 9, 9),
                           (19523, 48807, 22400, 49000), (1, 3, 700, 1000), (10, 10, 20, 20)):
        for level in (0.9, 0.95):
            l1, u1 = wilson(x1, n1, level)
            l2, u2 = wilson(x2, n2, level)
            p1, p2 = x1 / n1, x2 / n2
            yield (x1, n1, x2, n2, level, p1 - p2 - sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2),
                   p1 - p2 + sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2))


def quantile_table(rng):
    for size in (1, 2, 3, 4, 5, 10, 11, 37, 100, 1001):
        days = [min(int(rng.expovariate(1 / 30)), 400) for _ in range(size)]
        for p in (0, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.99, 1):
            yield " ".join(map(str, days)), p, float(numpy.quantile(days, p, method="linear"))


def normal_table():
    for level in (0.01, 0.1, 0.5, 0.68, 0.8, 0.9, 0.95, 0.99, 0.998, 0.9999, 0.999999):
        yield level, float(norm.ppf(0.5 + level / 2))


def multiply(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(len(b))) for j in range(len(b[0]))] for i in range(len(a))]


def transposed(a):
    return [list(row) for row in zip(*a)]


def incidence(started, left, waiting):
    """The state occupation (waits, started, left) after each day, and its covariance, in exact fractions."""
    at_risk = sum(started) + sum(left) + sum(waiting)
    state = [[Fraction(1), Fraction(0), Fraction(0)]]
    covariance = [[Fraction(0)] * 3 for _ in range(3)]
    for day in range(len(started)):
        d, c = started[day], left[day]
        if d + c:
            n = at_risk
            step = [[Fraction(n - d - c, n), Fraction(d, n), Fraction(c, n)], [0, 1, 0], [0, 0, 1]]
            parts = [Fraction(n - d - c, n), Fraction(d, n), Fraction(c, n)]
            multinomial = [[(parts[i] * ((i == j) - parts[j])) / n for j in range(3)] for i in range(3)]
            waits = state[0][0]
            moved = multiply(multiply(transposed(step), covariance), step)
            covariance = [[moved[i][j] + waits * waits * multinomial[i][j] for j in range(3)] for i in range(3)]
            state = multiply(state, step)
        at_risk -= d + c + waiting[day]
        yield day, n if d + c else None, state[0], covariance[1][1]


def incidence_table(rng):
    for cohort, size, until in ((1, 12, 10), (2, 60, 25), (3, 400, 60), (4, 5000, 120), (5, 7, 4)):
        counts = [[0] * (until + 1) for _ in range(3)]
        for _ in range(size):
            treated, gone = int(rng.expovariate(3 / until)), int(rng.expovariate(1.5 / until))
            followed = rng.randint(0, until)
            first = min(treated, gone, followed)
            counts[0 if first == treated else 1 if first == gone else 2][first] += 1
        text = [" ".join(map(str, c)) for c in counts]
        for day, n, state, variance in incidence(*counts):
            if n is not None:
                f = float(state[1])
                low = high = f
                if 0 < f < 1 and variance > 0:
                    reach = norm.ppf(0.975) * sqrt(variance) / (f * log(f))
                    low, high = f ** exp(-reach), f ** exp(reach)
                yield (cohort, *text, day, n, f, float(state[2]), float(variance), float(low), float(high))


write("wilson.csv", "Computed", "numerator,denominator,level,lower,upper", wilson_table())
write("newcombe.csv", "Computed", "x1,n1,x2,n2,level,lower,upper", newcombe_table())
write("normal.csv", "Computed", "level,z", normal_table())
write("quantiles.csv", "Computed", "days,p,quantile", quantile_table(random.Random(7)))
write("incidence.csv", "Computed", "cohort,started,left,waiting,day,at_risk,started_share,left_share,variance,lower,upper",
      incidence_table(random.Random(11)))
