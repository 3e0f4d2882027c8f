# XmR and p charts: limits with and without screened moving ranges, baselines, new beginnings, every rule, marks and
# verdict. Written from the rules alone (Making Data Count; Wheeler; Laney 2002), window by window, where the program
# goes along the rows: a point belongs to a run when any seven in a row that hold it do.
source("tables.R")

windows <- function(i, width, n) { # the windows of this width that hold i
  starts <- max(1, i - width + 1):min(i, n - width + 1)
  if (n < width) list() else lapply(starts, function(from) from:(from + width - 1))
}

signals <- function(y, mean, reach) {
  n <- length(y)
  found <- rep("", n)
  if (n < 13) return(found)
  for (i in seq_len(n)) {
    seven <- windows(i, 7, n)
    three <- windows(i, 3, n)
    near <- function(j, side) side * (y[j] - mean) > reach[j] * 2 / 3 & side * (y[j] - mean) <= reach[j]
    any_of <- function(sets, rule) any(vapply(sets, rule, logical(1)))
    holds <- c(
      ABOVE_LIMIT = y[i] - mean > reach[i],
      BELOW_LIMIT = mean - y[i] > reach[i],
      SEVEN_ABOVE = any_of(seven, function(w) all(y[w] > mean)),
      SEVEN_BELOW = any_of(seven, function(w) all(y[w] < mean)),
      SEVEN_RISING = any_of(seven, function(w) all(diff(y[w]) > 0)),
      SEVEN_FALLING = any_of(seven, function(w) all(diff(y[w]) < 0)),
      TWO_OF_THREE_HIGH = near(i, 1) && any_of(three, function(w) sum(near(w, 1)) >= 2),
      TWO_OF_THREE_LOW = near(i, -1) && any_of(three, function(w) sum(near(w, -1)) >= 2))
    found[i] <- paste(names(holds)[holds], collapse = " ")
  }
  found
}

mark <- function(found, better) {
  up <- grepl("ABOVE|RISING|HIGH", found)
  down <- grepl("BELOW|FALLING|LOW", found)
  good <- if (better == "HIGHER") up else down
  neutral <- ifelse(up, "HIGHER", "LOWER")
  ifelse(found == "", "COMMON_CAUSE", if (better == "NEITHER") neutral else ifelse(good, "IMPROVEMENT", "CONCERN"))
}

average_range <- function(y, screened) {
  ranges <- abs(diff(y))
  if (length(ranges) == 0) return(0)
  average <- mean(ranges)
  if (screened) {
    kept <- ranges[ranges < 3.267 * average]
    average <- if (length(kept)) mean(kept) else 0
  }
  average
}

groups <- function(n, rebase) {
  starts <- c(1, rebase + 1)
  ends <- c(rebase, n)
  Map(function(from, to) from:to, starts, ends)
}

verdict <- function(target, lower, upper, better, size) {
  if (is.na(target) || better == "NEITHER" || size < 13) return("")
  if (target >= lower && target <= upper) return("HIT_OR_MISS")
  if ((lower > target) == (better == "HIGHER")) "PASSES" else "FAILS"
}

collect <- function(rows, row) { for (i in names(row)) rows[[i]] <- c(rows[[i]], row[[i]]); rows }
xmr_rows <- list()
p_rows <- list()

xmr <- function(y, better = "LOWER", screened = TRUE, baseline = 0, rebase = c(), target = NA) {
  for (part in groups(length(y), rebase)) {
    own <- y[part]
    base <- if (part[1] == 1 && baseline > 0) own[seq_len(min(baseline, length(own)))] else own
    reach <- rep(2.66 * average_range(base, screened), length(own))
    found <- signals(own, mean(base), reach)
    last <- part[length(part)] == length(y)
    n <- length(own)
    xmr_rows <<- collect(xmr_rows, list(
      values = rep(paste(exactly(y), collapse = " "), n), better = rep(better, n), screened = rep(screened, n),
      baseline = rep(baseline, n), rebase = rep(paste(rebase, collapse = " "), n),
      target = rep(ifelse(is.na(target), "", target), n), point = part - 1, mean = rep(mean(base), n),
      lower = mean(base) - reach, upper = mean(base) + reach, signals = found, variation = mark(found, better),
      assurance = c(rep("", n - 1), if (last) verdict(target, mean(base) - reach[n], mean(base) + reach[n], better, n) else "")))
  }
}

p_chart <- function(x, size, better = "HIGHER", laney = FALSE, screened = FALSE, baseline = 0, rebase = c(), target = NA) {
  for (part in groups(length(x), rebase)) {
    own <- x[part] / size[part]
    base <- if (part[1] == 1 && baseline > 0) part[seq_len(min(baseline, length(part)))] else part
    mean <- sum(x[base]) / sum(size[base])
    sigma <- function(j) sqrt(mean * (1 - mean) / size[j])
    sigma_z <- if (laney && mean > 0 && mean < 1) average_range((x[base] / size[base] - mean) / sigma(base), screened) / 1.128 else 1
    reach <- 3 * sigma_z * sigma(part)
    found <- signals(own, mean, reach)
    last <- part[length(part)] == length(x)
    n <- length(own)
    p_rows <<- collect(p_rows, list(
      counts = rep(paste(x, collapse = " "), n), sizes = rep(paste(size, collapse = " "), n), better = rep(better, n),
      laney = rep(laney, n), screened = rep(screened, n), baseline = rep(baseline, n),
      rebase = rep(paste(rebase, collapse = " "), n), target = rep(ifelse(is.na(target), "", target), n),
      point = part - 1, sigma_z = rep(sigma_z, n), mean = rep(mean, n), lower = pmax(0, mean - reach),
      upper = pmin(1, mean + reach), signals = found, variation = mark(found, better),
      assurance = c(rep("", n - 1), if (last) verdict(target, mean - reach[n], mean + reach[n], better, n) else "")))
  }
}

set.seed(31)
calm <- round(rnorm(24, 410, 25))
xmr(calm, target = 330)
xmr(calm, better = "HIGHER", screened = FALSE, target = 410)
jump <- c(calm[1:9], 900, calm[10:24])
xmr(jump, screened = TRUE)
xmr(jump, screened = FALSE)
better <- c(calm, calm - 60)
xmr(better, baseline = 18, target = 600)
xmr(better, baseline = 12)
xmr(better, rebase = 24, target = 200)
xmr(better, rebase = c(24, 37), target = 200) # the latest group has 11 points: no marks, no verdict
xmr(better, baseline = 15, rebase = 24, better = "NEITHER", target = 200)
rising <- c(calm[1:14], 380 + 5 * (1:8), calm[15:18])
xmr(rising)
xmr(rev(rising), better = "HIGHER")
xmr(c(calm[1:16], 520, 515, 505, 498, 490, 482, 474), baseline = 16) # above the mean, and falling: both ways
for (i in 1:6) xmr(round(cumsum(rnorm(40, 0, 8)) + 200, 1), better = c("HIGHER", "LOWER", "NEITHER")[i %% 3 + 1],
                   screened = i %% 2 == 0, baseline = c(0, 14)[i %/% 4 + 1])
xmr(calm[1:12], target = 0)
xmr(rep(7, 13), target = 7)

size <- round(runif(36, 20, 400))
x <- rbinom(36, size, 0.62)
p_chart(x, size, target = 0.8)
p_chart(x, size, laney = TRUE, target = 0.8)
p_chart(x, size, laney = TRUE, screened = TRUE, better = "LOWER")
drift <- rbinom(36, 10 * size, plogis(rnorm(36, 0.5, 0.2)))
p_chart(drift, 10 * size, baseline = 18, target = 0.3)
p_chart(drift, 10 * size, laney = TRUE, baseline = 18)
p_chart(drift, 10 * size, laney = TRUE, rebase = 18, better = "NEITHER")
p_chart(c(9, 8, 10, 9, 10, 10, 9, 8, 10, 10, 9, 10, 3), c(10, 9, 10, 9, 10, 12, 11, 8, 10, 10, 9, 11, 10), target = 0.5)
p_chart(c(rep(4, 13)), rep(4, 13), laney = TRUE)
write_table("xmr.csv", "charts.R", xmr_rows)
write_table("p-charts.csv", "charts.R", p_rows)
