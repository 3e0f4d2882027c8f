# Exact intervals and funnel limits of counts. Intervals: R's own binom.test and poisson.test. Tails: pbinom, ppois.
# Limits: Spiegelhalter's interpolation, Statistics in Medicine 24 (2005) 1185-1202, with R's quantile functions;
# `paper_upper` finds the upper line from below, as printed there, `upper` finds it from its own tail.
source("tables.R")

levels <- c(0.8, 0.95, 0.998)

cases <- do.call(rbind, lapply(c(1, 2, 5, 13, 100, 1234, 48807, 2500000), function(n)
  expand.grid(x = unique(c(0, 1, n %/% 3, n %/% 2, (4 * n) %/% 5, n - 1, n)), n = n, level = levels)))
both <- t(mapply(function(x, n, level) binom.test(x, n, conf.level = level)$conf.int, cases$x, cases$n, cases$level))
write_table("clopper-pearson.csv", "counts.R",
            list(numerator = cases$x, denominator = cases$n, level = cases$level, lower = both[, 1], upper = both[, 2]))

cases <- expand.grid(x = c(0, 1, 2, 3, 10, 29, 100, 1234, 48807, 2500000), level = levels)
both <- t(mapply(function(x, level) poisson.test(x, conf.level = level)$conf.int, cases$x, cases$level))
write_table("garwood.csv", "counts.R", list(count = cases$x, level = cases$level, lower = both[, 1], upper = both[, 2]))

cases <- do.call(rbind, lapply(c(1, 7, 40, 1000, 2500000), function(n)
  expand.grid(x = unique(round(c(0, n * c(0.02, 0.3, 0.5, 0.79, 0.8, 0.81, 0.9), n))), n = n, p = c(0.003, 0.5, 0.8, 0.95))))
write_table("binomial.csv", "counts.R",
            list(count = cases$x, n = cases$n, p = cases$p, exactly = dbinom(cases$x, cases$n, cases$p),
                 at_most = pbinom(cases$x, cases$n, cases$p),
                 at_least = pbinom(cases$x - 1, cases$n, cases$p, lower.tail = FALSE)))

cases <- do.call(rbind, lapply(c(0.3, 4, 18.5, 700, 2500000), function(mean)
  data.frame(x = unique(round(c(0, 1, mean * c(0.5, 0.9, 1, 1.1, 1.5), mean + 4 * sqrt(mean)))), mean = mean)))
write_table("poisson.csv", "counts.R",
            list(count = cases$x, mean = cases$mean, exactly = dpois(cases$x, cases$mean),
                 at_most = ppois(cases$x, cases$mean),
                 at_least = ifelse(cases$x == 0, 1, ppois(cases$x - 1, cases$mean, lower.tail = FALSE))))

line <- function(t, quantile, at_most, exactly) {
  r <- quantile(t)
  r - (at_most(r) - t) / exactly(r)
}
binomial_line <- function(t, n, p)
  line(t, function(t) qbinom(t, n, p), function(r) pbinom(r, n, p), function(r) dbinom(r, n, p))
poisson_line <- function(t, mean)
  line(t, function(t) qpois(t, mean), function(r) ppois(r, mean), function(r) dpois(r, mean))
poisson_line_from_above <- function(t, mean) {
  r <- 0
  while (ppois(r, mean, lower.tail = FALSE) >= t) r <- r + 1 # r: the largest with P(R >= r) >= t
  r + (ppois(r - 1, mean, lower.tail = FALSE) - t) / dpois(r, mean)
}

cases <- expand.grid(n = c(1, 5, 30, 31, 100, 747, 12345), target = c(0.02, 0.5, 0.8, 0.97), level = c(0.95, 0.998))
tail <- (1 - cases$level) / 2
write_table("funnel-shares.csv", "counts.R",
            list(n = cases$n, target = cases$target, level = cases$level,
                 lower = pmax(0, mapply(binomial_line, tail, cases$n, cases$target) / cases$n),
                 upper = pmin(1, 1 - mapply(binomial_line, tail, cases$n, 1 - cases$target) / cases$n),
                 paper_upper = mapply(binomial_line, 1 - tail, cases$n, cases$target) / cases$n))

cases <- expand.grid(expected = c(0.4, 2, 10.5, 100, 2500), level = c(0.95, 0.998))
tail <- (1 - cases$level) / 2
write_table("funnel-ratios.csv", "counts.R",
            list(expected = cases$expected, level = cases$level,
                 lower = pmax(0, mapply(poisson_line, tail, cases$expected) / cases$expected),
                 upper = mapply(poisson_line_from_above, tail, cases$expected) / cases$expected,
                 paper_upper = mapply(poisson_line, 1 - tail, cases$expected) / cases$expected))
