# Standardised ratios and ratios of rates: exact intervals by R's poisson.test, Byar's written out from Breslow and Day
# (1987), 2.13. Shares: Wilson's interval by R's prop.test without correction, Newcombe's difference from it.
source("tables.R")

cases <- expand.grid(observed = c(0, 1, 3, 12, 61, 740, 48807), scale = c(0.6, 1, 1.37), level = c(0.95, 0.998))
expected <- pmax(cases$observed, 2) / cases$scale
exact <- t(mapply(function(o, e, level) poisson.test(o, e, conf.level = level)$conf.int, cases$observed, expected, cases$level))
byar <- function(o, z) o * (1 - 1 / (9 * o) + z / (3 * sqrt(o)))^3
z <- qnorm(0.5 + cases$level / 2)
lower <- ifelse(cases$observed == 0, 0, pmax(0, byar(cases$observed, -z)))
write_table("standardised.csv", "rates.R",
            list(observed = cases$observed, expected = expected, level = cases$level, exact_lower = exact[, 1],
                 exact_upper = exact[, 2], byar_lower = lower / expected, byar_upper = byar(cases$observed + 1, z) / expected))

cases <- expand.grid(a = c(0, 1, 7, 120, 5000), b = c(1, 4, 99, 4800), t = c(1, 340.5), level = c(0.9, 0.95))
u <- rep(c(1, 55.25, 1000), length.out = nrow(cases))
both <- t(mapply(function(a, b, t, u, level) poisson.test(c(a, b), c(t, u), conf.level = level)$conf.int,
                 cases$a, cases$b, cases$t, u, cases$level))
write_table("rate-ratios.csv", "rates.R",
            list(count = cases$a, per = cases$t, other_count = cases$b, other_per = u, level = cases$level,
                 ratio = (cases$a / cases$t) / (cases$b / u), lower = both[, 1], upper = both[, 2]))

wilson <- function(x, n, level) suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int
cases <- do.call(rbind, lapply(c(1, 9, 37, 500, 12345, 2500000), function(n)
  expand.grid(x = unique(c(0, 1, n %/% 4, (4 * n) %/% 5, n)), n = n, level = c(0.9, 0.95, 0.998))))
both <- t(mapply(wilson, cases$x, cases$n, cases$level))
write_table("wilson.csv", "rates.R",
            list(numerator = cases$x, denominator = cases$n, level = cases$level, lower = both[, 1], upper = both[, 2]))

cases <- data.frame(a = c(56, 9, 10, 0, 300, 80, 1, 2000000), m = c(70, 10, 10, 10, 412, 412, 3, 2500000),
                    b = c(48, 3, 0, 0, 512, 90, 700, 1200000), n = c(80, 10, 20, 20, 700, 412, 1000, 1600000))
newcombe <- function(a, m, b, n, level) {
  first <- wilson(a, m, level)
  second <- wilson(b, n, level)
  p <- a / m
  q <- b / n
  c(p - q - sqrt((p - first[1])^2 + (second[2] - q)^2), p - q + sqrt((first[2] - p)^2 + (q - second[1])^2))
}
both <- t(mapply(newcombe, cases$a, cases$m, cases$b, cases$n, 0.95))
write_table("newcombe.csv", "rates.R",
            list(x1 = cases$a, n1 = cases$m, x2 = cases$b, n2 = cases$n, level = rep(0.95, nrow(cases)),
                 lower = both[, 1], upper = both[, 2]))

set.seed(3)
rows <- list(days = c(), p = c(), quantile = c())
for (size in c(1, 2, 5, 24, 151)) {
  days <- floor(rexp(size, 1 / 25))
  for (p in c(0, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 1)) {
    rows$days <- c(rows$days, paste(days, collapse = " "))
    rows$p <- c(rows$p, p)
    rows$quantile <- c(rows$quantile, quantile(days, p, type = 7, names = FALSE))
  }
}
write_table("quantiles.csv", "rates.R", rows)
values <- c(0.001, 0.4, 1, 3.841458820694124, 10, 47, 250)
cases <- expand.grid(value = values, degrees = c(1, 2, 3, 20, 140))
write_table("chi-squared.csv", "rates.R",
            list(value = cases$value, degrees = cases$degrees, p = pchisq(cases$value, cases$degrees, lower.tail = FALSE)))
