-- 26: one line per group. %s are its keys.
SELECT %1$s
    count(*) FILTER (outcome = 'reached') AS n,
    count(lim) FILTER (outcome = 'reached') AS with_limit,
    count(*) FILTER (outcome = 'reached' AND days <= lim) AS within,
    CASE WHEN with_limit > 0 THEN within::DOUBLE / with_limit END AS share,
    quantile_cont(days, 0.5) FILTER (outcome = 'reached') AS median,
    quantile_cont(days, 0.75) FILTER (outcome = 'reached') AS p75,
    quantile_cont(days, 0.8) FILTER (outcome = 'reached') AS p80,
    quantile_cont(days, 0.9) FILTER (outcome = 'reached') AS p90,
    CASE WHEN n > 0 THEN sum(days) FILTER (outcome = 'reached')::DOUBLE / n END AS mean,
    sum(greatest(0, days - lim)) FILTER (outcome = 'reached' AND lim IS NOT NULL) AS overtime_days,
    count(*) FILTER (outcome = 'waiting') AS waiting,
    sum(greatest(0, days - lim)) FILTER (outcome = 'waiting' AND lim IS NOT NULL) AS waiting_overtime_days,
    count(*) FILTER (outcome = 'stale') AS waiting_stale,
    count(*) FILTER (outcome = 'left') AS "left"
FROM cell %2$s
