-- The figures of `follow`, computed by another engine in another way: written from docs/rules.md (the numbers below are
-- its rules), without a look at our own code. The tables definition, limit_row, reaching and forbidden hold what the
-- definition files state. Variables: file, as_of. Statements end with a semicolon at the end of a line.

CREATE TABLE raw AS
SELECT row_number() OVER () AS line, person, code, CAST(substr(time, 1, 10) AS DATE) AS day,
       coalesce(unit, '') AS unit, coalesce(region, '') AS region, coalesce(home_region, '') AS home_region,
       CASE coalesce(sex, '') WHEN 'K' THEN 'F' ELSE coalesce(sex, '') END AS sex, coalesce(born, '') AS born,
       coalesce(pathway, '') AS pathway, coalesce(source, '') AS source, coalesce(id, '') AS id,
       coalesce(status, '') AS status, coalesce(ref, '') AS ref
FROM read_csv(getvariable('file'), header = true, all_varchar = true, delim = ',', quote = '"', nullstr = '');

-- 3: the later row is the event's current version. 5: current versions first, then as-of.
CREATE TABLE done AS
SELECT * FROM (
    SELECT * FROM raw
    QUALIFY row_number() OVER (
        PARTITION BY id <> '', CASE WHEN id <> '' THEN source ELSE person END, CASE WHEN id <> '' THEN id ELSE code END,
            CASE WHEN id = '' THEN day END, CASE WHEN id = '' THEN unit END, CASE WHEN id = '' THEN ref END,
            CASE WHEN id = '' THEN pathway END
        ORDER BY line DESC) = 1)
WHERE status IN ('', 'done') AND (getvariable('as_of') IS NULL OR day <= getvariable('as_of'));

CREATE TABLE today AS SELECT coalesce(getvariable('as_of'), (SELECT max(day) FROM done)) AS day;

-- 7: the last non-empty by date, of several on that date the lowest as text.
CREATE TABLE homes AS SELECT person, home_region FROM done WHERE home_region <> ''
QUALIFY row_number() OVER (PARTITION BY person ORDER BY day DESC, home_region) = 1;
CREATE TABLE sexes AS SELECT person, sex FROM done WHERE sex <> ''
QUALIFY row_number() OVER (PARTITION BY person ORDER BY day DESC, sex) = 1;
CREATE TABLE births AS SELECT person, CAST(born AS INT) AS born FROM done WHERE born <> ''
QUALIFY row_number() OVER (PARTITION BY person ORDER BY day DESC, done.born) = 1;

CREATE TABLE coded AS
SELECT e.*, d.svf, CAST(substr(code, 4, 2) AS INT) AS suffix
FROM done e JOIN definition d ON substr(e.code, 1, 3) = d.prefix
WHERE regexp_full_match(e.code, 'V[A-Z][0-9]{3}');

-- 6: of several of the same code and date the lowest region, then the lowest unit, empty last.
CREATE TABLE tens AS SELECT person, svf, day, region, unit FROM coded WHERE suffix = 10
QUALIFY row_number() OVER (PARTITION BY person, svf, day ORDER BY region = '', region, unit = '', unit) = 1;

-- 10, 11, 13: the rank of ends on one day; what a definition forbids ends nothing; death ends as 74 does.
CREATE TABLE end_rank AS SELECT * FROM (VALUES (50, 1), (54, 2), (52, 3), (59, 4), (56, 5), (58, 6), (60, 7), (65, 8),
    (73, 9), (72, 10), (74, 11), (-1, 12), (76, 13), (78, 14), (70, 15)) AS t(suffix, rank);
CREATE TABLE ends AS
SELECT person, svf, day, suffix, region, unit FROM (
    SELECT person, svf, day, suffix, region, unit FROM coded
    UNION ALL
    SELECT e.person, t.svf, e.day, -1, e.region, e.unit
    FROM done e JOIN (SELECT DISTINCT person, svf FROM tens) t ON t.person = e.person WHERE e.code = 'died') c
JOIN end_rank USING (suffix)
WHERE NOT EXISTS (FROM forbidden f WHERE f.svf = c.svf AND f.suffix = c.suffix)
QUALIFY row_number() OVER (PARTITION BY person, svf, day ORDER BY rank, region = '', region, unit = '', unit) = 1;

-- 8, 9, 10: a day with only a 10 leaves the pathway open, one with only an end leaves it closed; one with both leaves it
-- as it was: open as the day began, it is closed and another opens; closed, one opens and is closed.
CREATE TABLE turns AS
SELECT *, coalesce(last_value(CASE WHEN ten AND NOT finish THEN 1 WHEN finish AND NOT ten THEN 0 END IGNORE NULLS)
        OVER before, 0) AS open_before,
    min(CASE WHEN finish THEN day END) OVER after AS next_finish
FROM (
    SELECT coalesce(t.person, e.person) AS person, coalesce(t.svf, e.svf) AS svf, coalesce(t.day, e.day) AS day,
           t.day IS NOT NULL AS ten, e.day IS NOT NULL AS finish
    FROM tens t FULL JOIN ends e ON t.person = e.person AND t.svf = e.svf AND t.day = e.day)
WINDOW before AS (PARTITION BY person, svf ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
       after AS (PARTITION BY person, svf ORDER BY day ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING);

CREATE TABLE run AS
SELECT row_number() OVER () AS run, t.person, t.svf, t.start, t.end_day, tens.region AS start_region,
       tens.unit AS start_unit, e.suffix AS end_suffix, e.region AS end_region, e.unit AS end_unit,
       lag(t.end_day) OVER (PARTITION BY t.person, t.svf ORDER BY t.start) AS end_before
FROM (SELECT person, svf, day AS start,
             CASE WHEN open_before = 0 AND finish THEN day ELSE next_finish END AS end_day
      FROM turns WHERE ten AND (open_before = 0 OR finish)) t
JOIN tens ON tens.person = t.person AND tens.svf = t.svf AND tens.day = t.start
LEFT JOIN ends e ON e.person = t.person AND e.svf = t.svf AND e.day = t.end_day;

-- 9: 05 belongs to the first pathway that opens on its date or at most 90 days later.
CREATE TABLE suspected AS
SELECT r.run, c.day, c.region, c.unit, c.ref
FROM coded c JOIN run r ON r.person = c.person AND r.svf = c.svf AND r.start BETWEEN c.day AND c.day + 90
WHERE c.suffix = 5
QUALIFY row_number() OVER (PARTITION BY c.line ORDER BY r.start) = 1;

CREATE TABLE span AS
SELECT r.run, r.person, r.svf, r.start, r.end_day, least(r.start, coalesce(min(s.day), r.start)) AS opens,
       coalesce(r.end_day, DATE '9999-12-31') AS closes
FROM run r LEFT JOIN suspected s ON s.run = r.run GROUP BY r.run, r.person, r.svf, r.start, r.end_day;

-- 15: to the pathway of their prefix that is open that day, the earlier if two.
CREATE TABLE steps AS
SELECT s.run, c.code, c.suffix, c.day, c.region, c.unit, c.ref
FROM coded c JOIN span s ON s.person = c.person AND s.svf = c.svf AND c.day BETWEEN s.opens AND s.closes
WHERE c.suffix IN (22, 25, 35, 40, 44)
QUALIFY row_number() OVER (PARTITION BY c.line ORDER BY s.start) = 1;

-- 16: without a name to the only pathway open that day; with one to the pathway of that prefix open that day, else to
-- the latest that ended before, else to the next that opens.
CREATE TABLE sub AS SELECT * FROM done WHERE code IN ('referral-received', 'imaging-referral', 'imaging-performed',
    'imaging-reported', 'specimen-taken', 'specimen-received', 'pathology-reported');
CREATE TABLE sub_placed AS
SELECT s.run, e.code, e.day, e.region, e.unit, e.ref
FROM sub e JOIN span s ON s.person = e.person AND e.day BETWEEN s.opens AND s.closes
WHERE e.pathway = ''
QUALIFY count(*) OVER (PARTITION BY e.line) = 1
UNION ALL
SELECT s.run, e.code, e.day, e.region, e.unit, e.ref
FROM sub e JOIN definition d ON d.prefix = e.pathway JOIN span s ON s.person = e.person AND s.svf = d.svf
WHERE e.pathway <> ''
QUALIFY row_number() OVER (PARTITION BY e.line ORDER BY
    CASE WHEN e.day BETWEEN s.opens AND s.closes THEN 1 WHEN s.closes < e.day THEN 2 ELSE 3 END,
    CASE WHEN e.day BETWEEN s.opens AND s.closes THEN epoch(s.start) WHEN s.closes < e.day THEN -epoch(s.closes)
         ELSE epoch(s.start) END) = 1;

-- 11, 27: which ends reach, and their kind.
CREATE TABLE kind_of AS SELECT * FROM (VALUES (50, 'surgery'), (54, 'radiotherapy'), (52, 'drug'), (58, 'palliative'),
    (59, 'other'), (56, 'other'), (65, 'other'), (60, 'expectancy'), (73, 'none-needed'), (72, 'closed'), (78, 'closed'))
    AS t(suffix, kind);
CREATE TABLE treated AS
SELECT r.run, k.kind FROM run r JOIN kind_of k ON k.suffix = r.end_suffix
WHERE r.end_suffix IN (50, 52, 54, 56, 58, 59, 60, 65)
   OR EXISTS (FROM reaching g WHERE g.svf = r.svf AND g.suffix = r.end_suffix AND r.start >= g.since);

-- 23, 24, 25: the limit of its end's kind and track; of those waiting the longest still possible.
CREATE TABLE track AS
SELECT r.run, d.*, EXISTS (FROM steps p WHERE p.run = r.run AND p.code = d.marker) AS extended_now,
    CASE WHEN r.svf = 'hudmelanom' AND EXISTS (FROM done p WHERE p.person = r.person AND p.code = 'pathology-reported'
            AND p.pathway = d.prefix AND p.day <= r.start AND (r.end_before IS NULL OR p.day > r.end_before))
         THEN 21 ELSE 0 END AS shorter
FROM run r JOIN definition d USING (svf);

CREATE TABLE limit_ended AS
SELECT r.run, CASE WHEN count(DISTINCT l.row_no) = 1 AND bool_and(l.track IS NULL OR t.standard IS NOT NULL OR t.extended_now)
                   THEN greatest(0, max(l.days) - max(t.shorter)) END AS days
FROM run r JOIN treated k USING (run) JOIN track t USING (run)
JOIN limit_row l ON l.svf = r.svf AND l.kind = k.kind AND r.start >= l.valid_from AND r.start <= l.valid_to
    AND (l.track IS NULL OR CASE WHEN t.extended_now THEN l.track = t.extended
                                 ELSE t.standard IS NULL OR l.track = t.standard END)
WHERE r.end_suffix NOT IN (56, 65)
GROUP BY r.run;

CREATE TABLE limit_waiting AS
SELECT r.run, CASE WHEN bool_and(l.days IS NOT NULL) THEN greatest(0, max(l.days) - max(t.shorter)) END AS days
FROM run r JOIN track t USING (run)
JOIN limit_row l ON l.svf = r.svf AND r.start >= l.valid_from AND r.start <= l.valid_to
    AND (l.track IS NULL OR CASE WHEN t.extended_now THEN l.track = t.extended
                                 ELSE t.standard IS NULL OR l.track = t.standard
                                     OR (t.marker IS NOT NULL AND l.track = t.extended) END)
WHERE r.end_day IS NULL
GROUP BY r.run;

-- 18: nothing heard for 180 days. 21: where the waiting are.
CREATE TABLE open_now AS
SELECT r.run,
    (SELECT day FROM today) - greatest(
        (SELECT max(c.day) FROM coded c WHERE c.person = r.person AND c.svf = r.svf AND c.day >= r.start),
        coalesce((SELECT max(p.day) FROM sub_placed p WHERE p.run = r.run), r.start)) >= 180 AS stale,
    coalesce(m.region, r.start_region) AS region, coalesce(m.unit, r.start_unit) AS unit
FROM run r LEFT JOIN (
    SELECT r.run, c.region, c.unit
    FROM run r JOIN coded c ON c.person = r.person AND c.svf = r.svf AND c.suffix = 91 AND c.day >= r.start
    WHERE r.end_day IS NULL
    QUALIFY row_number() OVER (PARTITION BY r.run ORDER BY c.day DESC, c.region = '', c.region, c.unit = '', c.unit) = 1
    ) m USING (run)
WHERE r.end_day IS NULL;

-- 19: the points of each pathway.
CREATE TABLE point AS
SELECT run, 'suspected' AS point, day, region, unit, ref FROM suspected
UNION ALL SELECT run, 'suspicion', start, start_region, start_unit, '' FROM run
UNION ALL SELECT run, 'treatment', end_day, end_region, end_unit, '' FROM run JOIN treated USING (run)
UNION ALL SELECT run, CASE suffix WHEN 22 THEN 'diagnostic-surgery' WHEN 25 THEN 'first-visit' WHEN 35 THEN 'mdt'
    WHEN 40 THEN 'informed' ELSE 'decision' END, day, region, unit, ref FROM steps
UNION ALL SELECT run, code, day, region, unit, ref FROM sub_placed;
