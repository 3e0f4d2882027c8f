-- One question over the pathways of reference.sql. Variables: from_point, to_point, by_ref, whole, count_by, period_from,
-- period_to, own_limit.

-- 19, 20, 21: the first FROM to the first TO on or after it; what became of those without one; where they count.
CREATE OR REPLACE TABLE wait AS
WITH f AS (
    SELECT run, CASE WHEN getvariable('by_ref') THEN ref ELSE '' END AS pair, min(day) AS day
    FROM point WHERE point = getvariable('from_point') GROUP BY ALL),
t AS (
    SELECT f.run, f.pair, p.day, p.region, p.unit
    FROM f JOIN point p ON p.run = f.run AND p.point = getvariable('to_point') AND p.day >= f.day
        AND (NOT getvariable('by_ref') OR p.ref = f.pair)
    QUALIFY row_number() OVER (PARTITION BY f.run, f.pair
        ORDER BY p.day, p.region = '', p.region, p.unit = '', p.unit) = 1)
SELECT r.*, f.day AS from_day, t.day AS to_day,
    CASE WHEN t.day IS NOT NULL THEN 'reached' WHEN r.end_day IS NULL AND o.stale THEN 'stale'
         WHEN r.end_day IS NULL THEN 'waiting' WHEN r.end_day >= f.day THEN 'left' END AS outcome,
    CASE outcome WHEN 'reached' THEN t.region WHEN 'left' THEN r.end_region ELSE o.region END AS region,
    CASE outcome WHEN 'reached' THEN t.unit WHEN 'left' THEN r.end_unit ELSE o.unit END AS unit
FROM f JOIN run r USING (run) LEFT JOIN t ON t.run = f.run AND t.pair = f.pair LEFT JOIN open_now o ON o.run = f.run
WHERE coalesce(r.end_suffix, 0) <> 70;

-- 20, 22, 23, 25, 27: who is counted, when, against which limit, in which group.
CREATE OR REPLACE TABLE healthcare AS SELECT * FROM (VALUES ('22', 'norr'), ('23', 'norr'), ('24', 'norr'), ('25', 'norr'),
    ('03', 'mellansverige'), ('04', 'mellansverige'), ('17', 'mellansverige'), ('18', 'mellansverige'),
    ('19', 'mellansverige'), ('20', 'mellansverige'), ('21', 'mellansverige'), ('01', 'stockholm-gotland'),
    ('09', 'stockholm-gotland'), ('14', 'väst'), ('05', 'sydöst'), ('06', 'sydöst'), ('08', 'sydöst'), ('07', 'syd'),
    ('10', 'syd'), ('12', 'syd'), ('13', 'syd')) AS t(region, hregion);

CREATE OR REPLACE TABLE counted AS
SELECT * FROM (
    SELECT w.svf, coalesce(k.kind, '') AS treatment, w.region, coalesce(h.home_region, '') AS home_region,
        coalesce(c.hregion, '') AS hregion, w.unit, coalesce(s.sex, '') AS sex, w.outcome,
        CASE WHEN b.born IS NULL THEN '' WHEN year(w.start) - b.born < 18 THEN '0-17'
             WHEN year(w.start) - b.born < 40 THEN '18-39' WHEN year(w.start) - b.born < 50 THEN '40-49'
             WHEN year(w.start) - b.born < 60 THEN '50-59' WHEN year(w.start) - b.born < 70 THEN '60-69'
             WHEN year(w.start) - b.born < 80 THEN '70-79' ELSE '80+' END AS age,
        CASE WHEN getvariable('count_by') = 'start' THEN w.from_day WHEN w.outcome = 'reached' THEN w.to_day
             WHEN w.outcome = 'left' THEN w.end_day ELSE (SELECT day FROM today) END AS account,
        CASE WHEN w.outcome = 'reached' THEN w.to_day - w.from_day
             ELSE (SELECT day FROM today) - w.from_day END AS days,
        CASE WHEN getvariable('own_limit') IS NOT NULL THEN getvariable('own_limit')
             WHEN NOT getvariable('whole') THEN NULL WHEN w.outcome = 'reached' THEN e.days ELSE l.days END AS lim
    FROM wait w LEFT JOIN treated k USING (run) LEFT JOIN homes h USING (person) LEFT JOIN sexes s USING (person)
    LEFT JOIN births b USING (person) LEFT JOIN limit_ended e USING (run) LEFT JOIN limit_waiting l USING (run)
    LEFT JOIN healthcare c ON c.region = w.region
    WHERE w.outcome IS NOT NULL)
WHERE (getvariable('count_by') = 'end' AND outcome IN ('waiting', 'stale'))
   OR (account >= coalesce(getvariable('period_from'), DATE '0001-01-01')
       AND account <= coalesce(getvariable('period_to'), DATE '9999-12-31'));

CREATE OR REPLACE TABLE cell AS
SELECT *, CAST(year(account) AS VARCHAR) AS "year", year(account) || 'Q' || quarter(account) AS "quarter",
    strftime(account, '%Y-%m') AS "month"
FROM counted;
