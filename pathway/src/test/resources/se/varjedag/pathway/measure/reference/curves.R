# Kaplan-Meier and Aalen-Johansen curves with their limits, the days by which a share has started, and the log-rank
# test, by R's package survival: survfit, quantile.survfit and survdiff. On one day starts and leavings come before
# those followed no longer, as in survfit. R gives no quantiles of an Aalen-Johansen curve; there the same convention as
# quantile.survfit's is applied to its curve and limits, by `reached` below.
source("../../statistics/reference/tables.R")
library(survival)
with <- paste0(" and survival ", packageVersion("survival"))
kinds <- c(PLAIN = "plain", LOG = "log", LOG_LOG = "log-log")

text <- function(days, what, outcome) { # the day histogram of one outcome: day:count day:count
  counts <- table(days[what == outcome])
  if (length(counts) == 0) "" else paste0(names(counts), ":", counts, collapse = " ")
}
cohort <- function(days, what) list(days = days, what = what,
  text = sapply(c("started", "left", "waiting"), function(outcome) text(days, what, outcome)))

set.seed(47)
random <- function(size, until, started, left) {
  a <- floor(rexp(size, started / until))
  b <- floor(rexp(size, left / until))
  c <- sample(0:until, size, TRUE)
  first <- pmin(a, b, c)
  cohort(first, ifelse(first == a, "started", ifelse(first == b, "left", "waiting")))
}
plain <- function(started, left = c(), waiting = c())
  cohort(c(started, left, waiting), rep(c("started", "left", "waiting"), c(length(started), length(left), length(waiting))))
cohorts <- list(
  random(14, 12, 3, 1), random(90, 30, 3, 1.5), random(1000, 80, 2, 2), random(60, 20, 1, 1),
  plain(c(4, 9, 20, 31)),                       # exactly at 0.5 from day 9 to 20: the median is 14.5
  plain(c(4, 9), waiting = c(12, 30)),          # exactly at 0.5 to the end of the follow-up
  plain(c(3, 5, 8), left = c(8, 40), waiting = c(5, 60, 61, 62)), # never at 0.5
  plain(c(1, 1, 2, 2, 2, 7, 7, 7, 7, 11), left = c(2, 7)),
  plain(c(0, 0, 6, 10), left = c(0, 12), waiting = c(0, 9)))

number <- function(x) ifelse(is.na(x), "", exactly(x))
columns <- function() list(cohort = c(), started = c(), left = c(), waiting = c())
append_row <- function(rows, row) { for (i in names(row)) rows[[i]] <- c(rows[[i]], row[[i]]); rows }

km <- list(); aj <- list(); days <- list()
reached <- function(day, curve, share, end) {
  tolerance <- sqrt(.Machine$double.eps)
  day <- day[!is.na(curve)]
  curve <- curve[!is.na(curve)]
  at <- which(curve > share - tolerance)[1]
  if (is.na(at)) return(NA)
  if (curve[at] > share + tolerance) return(day[at])
  next_one <- which(curve > curve[at] + tolerance)[1]
  (day[at] + if (is.na(next_one)) end else day[next_one]) / 2
}
for (i in seq_along(cohorts)) {
  one <- cohorts[[i]]
  state <- factor(one$what, c("waiting", "started", "left"))
  for (kind in names(kinds)) {
    fit <- survfit(Surv(one$days, one$what == "started") ~ 1, conf.type = kinds[kind])
    step <- fit$n.event > 0
    km <- append_row(km, list(cohort = rep(i, sum(step)), started = rep(one$text[1], sum(step)),
      left = rep(one$text[2], sum(step)), waiting = rep(one$text[3], sum(step)), bounds = rep(kind, sum(step)),
      day = fit$time[step], at_risk = fit$n.risk[step], events = fit$n.event[step], share = fit$surv[step],
      error = ifelse(fit$surv[step] > 0, fit$surv[step] * fit$std.err[step], 0),
      lower = number(fit$lower[step]), upper = number(fit$upper[step])))
    # The log kind has limits of 1 before the first start; no day is reached there.
    for (share in c(0.25, 0.5, 0.8)) {
      three <- quantile(fit, share)
      days <- append_row(days, list(curve = "KM", started = one$text[1], left = one$text[2], waiting = one$text[3],
        bounds = kind, share = share, day = number(three$quantile), lower = number(three$lower), upper = number(three$upper)))
    }
    if (length(unique(one$what)) == 1) next # survfit takes one kind of event for a Kaplan-Meier curve
    fit <- survfit(Surv(one$days, state) ~ 1, conf.type = kinds[kind])
    s <- which(fit$states == "started")
    l <- which(fit$states == "left")
    step <- rowSums(fit$n.event[, -1, drop = FALSE]) > 0
    f <- fit$pstate[, s]
    certain <- f == 0 | f >= 1 - 1e-12
    aj <- append_row(aj, list(cohort = rep(i, sum(step)), started = rep(one$text[1], sum(step)),
      left = rep(one$text[2], sum(step)), waiting = rep(one$text[3], sum(step)), bounds = rep(kind, sum(step)),
      day = fit$time[step], at_risk = fit$n.risk[step, 1], share = f[step],
      gone = if (length(l)) fit$pstate[step, l] else 0 * f[step], error = fit$std.err[step, s],
      lower = number(ifelse(certain, f, fit$lower[, s])[step]), upper = number(ifelse(certain, f, fit$upper[, s])[step])))
    for (share in c(0.1, 0.25, 0.5)) {
      bound <- function(limit) reached(fit$time[step], ifelse(certain, NA, limit)[step], share, max(one$days))
      days <- append_row(days, list(curve = "AJ", started = one$text[1], left = one$text[2], waiting = one$text[3],
        bounds = kind, share = share, day = number(reached(fit$time[step], f[step], share, max(one$days))),
        lower = number(bound(fit$upper[, s])), upper = number(bound(fit$lower[, s]))))
    }
  }
}
write_table("kaplan-meier.csv", "curves.R", km, with)
write_table("aalen-johansen.csv", "curves.R", aj, with)
write_table("days.csv", "curves.R", days, with)

tests <- list()
compare <- function(...) {
  groups <- list(...)
  all_days <- unlist(lapply(groups, `[[`, "days"))
  event <- unlist(lapply(groups, `[[`, "what")) == "started"
  group <- rep(seq_along(groups), sapply(groups, function(one) length(one$days)))
  test <- survdiff(Surv(all_days, event) ~ group)
  degrees <- sum(test$exp > 0) - 1
  each <- function(j) paste(sapply(groups, function(one) one$text[j]), collapse = ";")
  tests <<- append_row(tests, list(started = each(1), left = each(2), waiting = each(3),
    observed = paste(test$obs, collapse = " "), expected = paste(exactly(test$exp), collapse = " "),
    chi_squared = test$chisq, degrees = degrees, p = pchisq(test$chisq, degrees, lower.tail = FALSE)))
}
compare(random(40, 20, 3, 1), random(60, 20, 2, 1))
compare(random(40, 20, 3, 1), random(60, 20, 3, 1), random(10, 20, 3, 2))
compare(random(300, 60, 3, 1), random(600, 60, 2.4, 1), random(100, 60, 3, 2), random(30, 60, 1, 1))
compare(random(3000, 60, 3, 1), random(6000, 60, 2.4, 1))
compare(plain(c(1, 2, 3)), plain(c(4, 5, 6)))
compare(plain(c(5, 9, 9), waiting = 12), plain(c(6, 9, 30)), plain(c(), waiting = c(2, 3))) # the last is never at risk
do.call(compare, lapply(1:21, function(i) random(20 + 10 * i, 60, 2 + i / 20, 1)))
write_table("log-rank.csv", "curves.R", tests, with)
