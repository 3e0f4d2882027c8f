# Overdispersion: phi after winsorising, tau squared, and the limits that grant it. Written out from Spiegelhalter,
# Statistics in Medicine 24 (2005) 1185-1202, and compared with FunnelPlotR's formulas for proportions.
source("tables.R")

overdispersion <- function(y, y0, s) {
  z <- (y - y0) / s
  ends <- quantile(z, c(0.1, 0.9))
  z <- pmin(pmax(z, ends[1]), ends[2])
  count <- length(z)
  phi <- sum(z^2) / count
  w <- 1 / s^2
  c(phi, max(0, (count * phi - (count - 1)) / (sum(w) - sum(w^2) / sum(w))))
}

rows <- list(kind = c(), first = c(), second = c(), target = c(), phi = c(), tau2 = c(),
             level = c(), size = c(), mlower = c(), mupper = c(), alower = c(), aupper = c())
add <- function(kind, first, second, target, scale, back, y, spread, sizes, size) {
  two <- overdispersion(y, scale(target), spread(sizes))
  for (level in c(0.95, 0.998)) {
    z <- qnorm(0.5 + level / 2)
    reach <- z * spread(size) * sqrt(max(1, two[1]))
    wide <- z * sqrt(spread(size)^2 + two[2])
    row <- list(kind, paste(first, collapse = " "), paste(second, collapse = " "), target, two[1], two[2], level, size,
                back(scale(target) - reach), back(scale(target) + reach),
                back(scale(target) - wide), back(scale(target) + wide))
    for (i in seq_along(row)) rows[[i]] <<- c(rows[[i]], row[[i]])
  }
}

shares <- function(x, n, target, size)
  add("SHARES", x, n, target, function(p) asin(sqrt(p)), function(y) sin(pmin(pmax(y, 0), pi / 2))^2,
      asin(sqrt(x / n)), function(n) 1 / (2 * sqrt(n)), n, size)
ratios <- function(o, e, target, size)
  add("RATIOS", o, e, target, sqrt, function(y) pmax(y, 0)^2, sqrt(o / e), function(e) 1 / (2 * sqrt(e)), e, size)
counts <- function(a, b, target, size)
  add("COUNTS", a, b, target, log, exp, log((a + 0.5) / (b + 0.5)),
      function(m) sqrt(1 / (m * target / (1 + target)) + 1 / (m / (1 + target))), a + b, size)

set.seed(12)
n <- round(exp(runif(21, 3, 8)))
theta <- plogis(rnorm(21, 0.4, 0.25))
x <- rbinom(21, n, theta)
shares(x, n, sum(x) / sum(n), 250)
shares(x, n, 0.8, 3)
alike <- rbinom(21, n, 0.6)
shares(alike, n, sum(alike) / sum(n), 250)
shares(c(3, 9), c(7, 11), 0.5, 9)
e <- round(exp(runif(30, 0, 6)), 3)
o <- rpois(30, e * exp(rnorm(30, 0, 0.3)))
ratios(o, e, 1, 40)
ratios(o, e, 1.2, 2.5)
a <- rpois(12, 40)
b <- rpois(12, 55 * exp(rnorm(12, 0, 0.4)))
counts(a, b, sum(a) / sum(b), 120)
counts(c(a, 0), c(b, 3), 1, 60)
write_table("overdispersion.csv", "funnel.R", rows)
