"""The screening of 36(b) and 36(c) in one hand-written DuckDB SQL statement, as a careful analyst would write it.

It answers `fms` and `dcs` from 1976 on, with the statuses as dated columns of one table, and gives verdict, measure,
threshold, days and group, without reasons. It is written without the package and shares only its table of statuses.
"""

from __future__ import annotations

import duckdb

STATUSES = """
CREATE OR REPLACE TEMP TABLE held AS
SELECT country,
       max(since) FILTER (status = 'nato') AS nato,
       max(since) FILTER (status = 'nato-organization') AS org,
       max(since) FILTER (status = 'nato-plus') AS plus_b,
       max(since) FILTER (status = 'nato-plus-36c') AS plus_c,
       max(since) FILTER (status = 'nato-plus-36b-thresholds') AS plus_t,
       max(since) FILTER (status = 'aukus') AS aukus,
       max(until) FILTER (status = 'nato-plus') AS until
FROM spans GROUP BY country
"""

COUNTRIES = "CREATE OR REPLACE TEMP TABLE known AS SELECT unnest($1) AS country"

QUERY = """
WITH cases AS (
    SELECT p.*, p."on" AS d, p.mde_usd AS m, p.total_usd AS t, p.construction_usd AS c,
           k.country IS NULL AND p.recipient IS NOT NULL AS wrong,
           coalesce(d >= h.nato, false) AS nato,
           coalesce(d >= h.org, false) AS org,
           CASE WHEN d <> h.until OR h.until IS NULL
                THEN coalesce(d >= h.plus_b AND (h.until IS NULL OR d < h.until), false) END AS b,
           CASE WHEN d <> h.until OR h.until IS NULL
                THEN coalesce(d >= h.plus_c AND (h.until IS NULL OR d < h.until), false) END AS k,
           CASE WHEN d <> h.until OR h.until IS NULL
                THEN coalesce(d >= h.plus_t AND (h.until IS NULL OR d < h.until), false) END AS g,
           coalesce(d >= h.aukus, false) AS aukus
    FROM {source} p
    LEFT JOIN known k ON k.country = p.recipient
    LEFT JOIN held h ON h.country = p.recipient
), known_values AS (
    SELECT *,
        CASE WHEN d >= DATE '1981-12-29' THEN 14000000::DECIMAL(18,2) ELSE 7000000 END AS m1,
        CASE WHEN d >= DATE '1981-12-29' THEN 50000000::DECIMAL(18,2) ELSE 25000000 END AS t1,
        d >= DATE '2002-09-30' AND (nato OR g) AS high,
        channel = 'fms' AS fms,
        CASE WHEN fms AND d >= DATE '1980-12-16' AND c <= t THEN t - c ELSE t END AS s
    FROM cases
), tests AS (
    SELECT *,
        CASE WHEN m IS NOT NULL THEN m >= m1 WHEN s < m1 THEN false END AS gm,
        s >= t1 AS gt,
        CASE WHEN d < DATE '1980-12-16' THEN false
             WHEN c IS NOT NULL THEN c >= 200000000 WHEN t < 200000000 THEN false END AS gc,
        CASE WHEN m IS NOT NULL THEN m >= 25000000 WHEN s < 25000000 THEN false END AS hm,
        s >= 100000000 AS ht,
        CASE WHEN c IS NOT NULL THEN c >= 300000000 WHEN t < 300000000 THEN false END AS hc,
        CASE WHEN t < 1000000 THEN false END AS arms
    FROM known_values
), verdicts AS (
    SELECT *,
        CASE WHEN fms AND d < DATE '1976-06-30' THEN gt
             WHEN fms THEN CASE WHEN high THEN hm OR ht OR hc WHEN NOT high THEN gm OR gt OR gc
                                WHEN (hm OR ht OR hc) AND (gm OR gt OR gc) THEN true
                                WHEN NOT (hm OR ht OR hc) AND NOT (gm OR gt OR gc) THEN false END
             WHEN d < DATE '2002-09-30' THEN gm OR gt
             ELSE CASE WHEN high IS FALSE THEN gm OR gt
                       WHEN (hm OR ht) AND (gm OR gt) THEN true
                       WHEN NOT (hm OR ht) AND NOT (gm OR gt) THEN false END OR arms
        END AS before_exemption
    FROM tests
), decided AS (
    SELECT *,
        CASE WHEN NOT fms AND d >= DATE '2025-12-18' AND aukus THEN
                  CASE WHEN before_exemption IS FALSE THEN false END
             ELSE before_exemption END AS v
    FROM verdicts
)
SELECT {beside}
    CASE WHEN wrong OR m < 0 OR t < 0 OR c < 0 OR m > t THEN 'error'
         WHEN recipient IS NULL OR channel IS NULL OR d IS NULL THEN 'unknown'
         WHEN NOT fms AND d < DATE '1976-06-30' THEN 'unknown'
         WHEN v THEN 'yes' WHEN NOT v THEN 'no' ELSE 'unknown' END AS notify,
    CASE WHEN notify <> 'yes' THEN NULL
         WHEN fms AND d < DATE '1976-06-30' THEN 'total'
         WHEN high AND fms THEN CASE WHEN hm THEN 'mde' WHEN ht THEN 'total' WHEN hc THEN 'construction' END
         WHEN high IS FALSE THEN CASE WHEN gm THEN 'mde' WHEN gt THEN 'total' WHEN gc AND fms THEN 'construction' END
         WHEN hm AND gm THEN 'mde' WHEN ht AND gt THEN 'total' WHEN hc AND gc AND fms THEN 'construction'
         END AS measure,
    CASE WHEN measure = 'mde' THEN CASE WHEN high THEN 25000000 WHEN NOT high THEN m1 END
         WHEN measure = 'total' THEN CASE WHEN high THEN 100000000 WHEN NOT high THEN t1 END
         WHEN measure = 'construction' THEN CASE WHEN high THEN 300000000 WHEN NOT high THEN 200000000 END END AS usd,
    CASE WHEN notify NOT IN ('yes', 'unknown') OR recipient IS NULL OR channel IS NULL OR d IS NULL THEN NULL
         WHEN NOT fms AND d < DATE '1976-06-30' THEN NULL
         WHEN fms AND d < DATE '1976-06-30' THEN 20
         WHEN d < CASE WHEN fms THEN DATE '1981-12-29' ELSE DATE '1996-07-21' END THEN 30
         WHEN nato OR org OR CASE WHEN fms THEN b ELSE k END THEN 15
         WHEN CASE WHEN fms THEN b ELSE k END IS FALSE THEN 30 END AS days,
    CASE WHEN notify = 'error' OR recipient IS NULL OR channel IS NULL OR d IS NULL THEN NULL
         WHEN NOT fms AND d < DATE '1976-06-30' THEN NULL
         WHEN d < CASE WHEN fms THEN DATE '1981-12-29' ELSE DATE '1996-07-21' END THEN 'general'
         WHEN nato THEN 'nato'
         WHEN CASE WHEN fms THEN b ELSE k END THEN 'nato-plus'
         WHEN CASE WHEN fms THEN b ELSE k END IS FALSE
         THEN CASE WHEN org THEN 'nato-organization' ELSE 'general' END END AS grp
FROM decided p
"""

COUNTED = "SELECT notify, measure, usd, days, grp, count(*) AS n FROM ({query}) GROUP BY ALL ORDER BY ALL"


def prepared(path: str, rows: int | None, columns: tuple[str, ...] = ()) -> tuple[duckdb.DuckDBPyConnection, str]:
    """Return a connection with the statuses, and the query over the first `rows` of a file, or all if None.

    The query also returns the given `columns` of the file.
    """
    from bench.screen.held import abroad
    from mnna.registry.load import load_registry

    connection = duckdb.connect()
    connection.execute("CREATE TEMP TABLE spans (country TEXT, status TEXT, since DATE, until DATE)")
    spans = [(span.country, span.status, span.since, span.until) for span in load_registry().spans]
    connection.executemany("INSERT INTO spans VALUES (?, ?, ?, ?)", spans)
    connection.execute(STATUSES)
    connection.execute(COUNTRIES, [abroad()])
    source = f"read_parquet('{path}')" if rows is None else f"(SELECT * FROM read_parquet('{path}') LIMIT {rows})"
    beside = "".join(f"{column}, " for column in columns)
    return connection, QUERY.format(source=source, beside=beside)
