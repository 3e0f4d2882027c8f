-- What `follow --by svf,region,quarter` answers, as DuckDB does it best: only the columns and the rules that this question
-- and these files need (docs/rules.md; every row is a done event, and there are no sub-process points).

CREATE TABLE raw AS
SELECT person, code, day, unit, region, source, id
FROM read_csv(':file', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\n',
    columns = {'person': 'VARCHAR', 'code': 'VARCHAR', 'day': 'DATE', 'unit': 'VARCHAR', 'region': 'VARCHAR',
               'sex': 'VARCHAR', 'born': 'SMALLINT', 'source': 'VARCHAR', 'id': 'VARCHAR'});

-- Versions: only where a hash says that there may be several of one event are the rows compared.
CREATE TABLE suspect AS
SELECT h FROM (SELECT CASE WHEN id IS NULL THEN hash(person, code, day, unit) ELSE hash(source, id) END AS h FROM raw)
GROUP BY h HAVING count(*) > 1;
CREATE TABLE outdated AS
SELECT r FROM (
    SELECT rowid AS r, row_number() OVER (
        PARTITION BY id IS NULL, CASE WHEN id IS NULL THEN person ELSE source END,
            CASE WHEN id IS NULL THEN code ELSE id END, CASE WHEN id IS NULL THEN day END, CASE WHEN id IS NULL THEN unit END
        ORDER BY rowid DESC) AS version
    FROM raw
    WHERE CASE WHEN id IS NULL THEN hash(person, code, day, unit) ELSE hash(source, id) END IN (SELECT h FROM suspect))
WHERE version > 1;
CREATE VIEW done AS SELECT * FROM raw WHERE rowid NOT IN (SELECT r FROM outdated);
CREATE TABLE today AS SELECT max(day) AS day FROM done;

CREATE TABLE coded AS
SELECT e.person, e.day, coalesce(e.unit, '') AS unit, coalesce(e.region, '') AS region, d.svf, e.code,
    CAST(substr(code, 4, 2) AS TINYINT) AS suffix
FROM done e JOIN definition d ON substr(e.code, 1, 3) = d.prefix;

CREATE TABLE end_rank AS SELECT suffix::TINYINT AS suffix, rank FROM (VALUES (50, 1), (54, 2), (52, 3), (59, 4), (56, 5),
    (58, 6), (60, 7), (65, 8), (73, 9), (72, 10), (74, 11), (-1, 12), (76, 13), (78, 14), (70, 15)) AS t(suffix, rank);

CREATE TABLE tens AS
SELECT person, svf, day, arg_min({'region': region, 'unit': unit}, (region = '', region, unit = '', unit)) AS place
FROM coded WHERE suffix = 10 GROUP BY person, svf, day;

CREATE TABLE ends AS
SELECT person, svf, day, arg_min({'suffix': suffix, 'region': region}, (rank, region = '', region, unit = '', unit)) AS e
FROM (
    SELECT person, svf, day, suffix, region, unit FROM coded
    UNION ALL
    SELECT e.person, t.svf, e.day, -1, coalesce(e.region, ''), coalesce(e.unit, '')
    FROM done e JOIN (SELECT DISTINCT person, svf FROM tens) t ON t.person = e.person WHERE e.code = 'died') c
JOIN end_rank USING (suffix)
WHERE (svf, suffix) NOT IN (SELECT (svf, suffix) FROM forbidden)
GROUP BY person, svf, day;

CREATE TABLE turns AS
SELECT *, coalesce(last_value(CASE WHEN e IS NULL THEN 1 WHEN place IS NULL THEN 0 END IGNORE NULLS) OVER before, 0)
    AS open_before
FROM (
    SELECT person, svf, day, any_value(place) AS place, any_value(e) AS e
    FROM (SELECT person, svf, day, place, NULL AS e FROM tens UNION ALL SELECT person, svf, day, NULL, e FROM ends)
    GROUP BY person, svf, day)
WINDOW before AS (PARTITION BY person, svf ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING);

CREATE TABLE run AS
SELECT person, svf, start, place, CASE WHEN same_day THEN start ELSE next_day END AS end_day,
    CASE WHEN same_day THEN e.suffix ELSE next_end.suffix END AS end_suffix,
    CASE WHEN same_day THEN e.region ELSE next_end.region END AS end_region
FROM (
    SELECT *, day AS start, open_before = 0 AND e IS NOT NULL AS same_day,
        first_value(CASE WHEN e IS NOT NULL THEN day END IGNORE NULLS) OVER after AS next_day,
        first_value(e IGNORE NULLS) OVER after AS next_end
    FROM turns
    WINDOW after AS (PARTITION BY person, svf ORDER BY day ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING))
WHERE place IS NOT NULL AND (open_before = 0 OR e IS NOT NULL);

CREATE TABLE kind_of AS SELECT * FROM (VALUES (50, 'surgery'), (54, 'radiotherapy'), (52, 'drug'), (58, 'palliative'),
    (59, 'other'), (56, 'other'), (65, 'other'), (60, 'expectancy'), (73, 'none-needed'), (72, 'closed'), (78, 'closed'))
    AS t(suffix, kind);

CREATE TABLE marked AS
SELECT DISTINCT r.person, r.svf, r.start
FROM coded c JOIN definition d ON c.code = d.marker JOIN run r ON r.person = c.person AND r.svf = c.svf
    AND c.day BETWEEN r.start AND coalesce(r.end_day, DATE '9999-12-31');

-- The limit of every case that occurs: few, so they are worked out once each.
CREATE TABLE limit_ended AS
WITH asked AS (SELECT DISTINCT r.svf, r.start, k.kind, m.person IS NOT NULL AS extended
    FROM run r JOIN kind_of k ON k.suffix = r.end_suffix LEFT JOIN marked m USING (person, svf, start)
    WHERE r.end_suffix NOT IN (56, 65))
SELECT a.svf, a.start, a.kind, a.extended,
    CASE WHEN count(DISTINCT l.row_no) = 1 AND bool_and(l.track IS NULL OR d.standard IS NOT NULL OR a.extended)
         THEN max(l.days) END AS days
FROM asked a JOIN definition d ON d.svf = a.svf
JOIN limit_row l ON l.svf = a.svf AND l.kind = a.kind AND a.start BETWEEN l.valid_from AND l.valid_to
    AND (l.track IS NULL OR CASE WHEN a.extended THEN l.track = d.extended
                                 ELSE d.standard IS NULL OR l.track = d.standard END)
GROUP BY ALL;

CREATE TABLE open_now AS
SELECT r.person, r.svf, r.start, r.place, max(c.day) AS heard,
    arg_max(c.region, (c.day, c.region <> '', -- the lowest region of the last day, empty last
        translate(c.region, '0123456789', '9876543210'))) FILTER (c.suffix = 91) AS moved
FROM run r JOIN coded c ON c.person = r.person AND c.svf = r.svf AND c.day >= r.start
WHERE r.end_day IS NULL GROUP BY ALL;

CREATE TABLE limit_waiting AS
WITH asked AS (SELECT DISTINCT o.svf, o.start, m.person IS NOT NULL AS extended
    FROM open_now o LEFT JOIN marked m USING (person, svf, start))
SELECT a.svf, a.start, a.extended, CASE WHEN bool_and(l.days IS NOT NULL) THEN max(l.days) END AS days
FROM asked a JOIN definition d ON d.svf = a.svf
JOIN limit_row l ON l.svf = a.svf AND a.start BETWEEN l.valid_from AND l.valid_to
    AND (l.track IS NULL OR CASE WHEN a.extended THEN l.track = d.extended
                                 ELSE d.standard IS NULL OR l.track = d.standard
                                     OR (d.marker IS NOT NULL AND l.track = d.extended) END)
GROUP BY a.svf, a.start, a.extended;

CREATE TABLE cell AS
SELECT r.svf, r.end_region AS region, year(end_day) || 'Q' || quarter(end_day) AS quarter,
    CASE WHEN r.end_suffix IN (50, 52, 54, 56, 58, 59, 60, 65) OR g.since <= r.start THEN 'reached' ELSE 'left' END
        AS outcome, r.end_day - r.start AS days, l.days AS lim
FROM run r LEFT JOIN marked m ON m.person = r.person AND m.svf = r.svf AND m.start = r.start
LEFT JOIN reaching g ON g.svf = r.svf AND g.suffix = r.end_suffix LEFT JOIN kind_of k ON k.suffix = r.end_suffix
LEFT JOIN limit_ended l ON l.svf = r.svf AND l.start = r.start AND l.kind = k.kind AND l.extended = (m.person IS NOT NULL)
    AND r.end_suffix NOT IN (56, 65)
WHERE r.end_day IS NOT NULL AND r.end_suffix <> 70
UNION ALL
SELECT o.svf, coalesce(moved, o.place.region), year(t.day) || 'Q' || quarter(t.day),
    CASE WHEN t.day - heard >= 180 THEN 'stale' ELSE 'waiting' END, t.day - o.start, l.days
FROM open_now o CROSS JOIN today t LEFT JOIN marked m ON m.person = o.person AND m.svf = o.svf AND m.start = o.start
LEFT JOIN limit_waiting l ON l.svf = o.svf AND l.start = o.start AND l.extended = (m.person IS NOT NULL);

SELECT svf, region, quarter,
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
FROM cell GROUP BY svf, region, quarter ORDER BY svf, region, quarter
