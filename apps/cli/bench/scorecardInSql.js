/**
 * A month's scorecard by DuckDB, as somebody who knows SQL would ask for it: `scorecardInSql.js FILE QUESTION`.
 * JavaScript, because loading what reads TypeScript would be counted against it.
 */
import { DuckDBInstance } from "@duckdb/node-api"

const [, , file = "", text = "{}"] = process.argv
/** @type {import("./sqlQuestion.ts").SqlQuestion} */
const { load, from, before, asOf, months, days, hours } = JSON.parse(text)

const connection = await (await DuckDBInstance.create(":memory:")).connect()

const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson()

const one = async (sql) => (await rows(sql))[0] ?? {}

const numbered = async (sql) =>
  Object.fromEntries((await rows(sql)).map(({ value, episodes }) => [String(value), Number(episodes)]))

const numbers = (row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : Number(value)]))

const moment = (milliseconds) => `make_timestamp(${milliseconds} * 1000)`
const moments = [
  "missing_at",
  "reported_at",
  "notified_at",
  "found_at",
  "returned_at",
  "rhi_offered_at",
  "rhi_completed_at"
]
const texts = [
  "episode_id",
  "child_ref",
  "absence",
  "missing_from",
  "case_status",
  "area",
  "risk",
  "rhi_response",
  "rhi_not_done"
]
const header = [
  ...["episode_id", "child_ref", "absence", "missing_from", "case_status", "area", "risk"],
  ...["missing_at", "reported_at", "notified_at", "found_at", "returned_at"],
  ...["rhi_id", "rhi_offered_at", "rhi_response", "rhi_completed_at", "rhi_not_done"]
]
const columns = header.map((name) => `'${name}': '${moments.includes(name) ? "TIMESTAMP" : "VARCHAR"}'`).join(", ")
const table = `read_csv('${file}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${columns}})`

const known = (name) => `if(${name} <= ${moment(asOf)}, ${name}, NULL) AS ${name}`
const firstMonth = months[0]?.from ?? from
const inMonth = (time) => `${time} >= ${moment(from)} AND ${time} < ${moment(before)}`
const needed = load === "whole-table" ? "" : `WHERE missing_at >= ${moment(firstMonth)} OR (${inMonth("returned_at")})`

await connection.run(`
  CREATE TEMP TABLE read AS SELECT ${[...texts.slice(1), ...moments].join(", ")} FROM ${table} ${needed};
  CREATE TEMP TABLE known AS
    SELECT regexp_replace(upper(child_ref), '([A-Z])-([0-9])', '\\1\\2') AS child,
      absence, missing_from, case_status, area, risk, missing_at,
      ${["reported_at", "notified_at", "found_at", "returned_at", "rhi_offered_at", "rhi_completed_at"].map(known).join(", ")},
      if(rhi_offered_at <= ${moment(asOf)} OR rhi_offered_at IS NULL, rhi_response, NULL) AS rhi_response,
      if(greatest(reported_at, notified_at, found_at, returned_at, rhi_offered_at, rhi_completed_at) > ${moment(asOf)}, NULL, rhi_not_done) AS rhi_not_done
    FROM read WHERE missing_at IS NULL OR missing_at <= ${moment(asOf)};
  CREATE TEMP TABLE month AS
    SELECT *, if(absence = 'away', coalesce(returned_at, found_at), coalesce(found_at, returned_at)) AS ended_at
    FROM known WHERE ${inMonth("missing_at")};
  CREATE TEMP TABLE month_bounds (month VARCHAR, begins TIMESTAMP, ends TIMESTAMP);
  INSERT INTO month_bounds VALUES ${months.map((each) => `('${each.month}', ${moment(each.from)}, ${moment(each.before)})`).join(", ")};
  CREATE TEMP TABLE due (begins TIMESTAMP, ends TIMESTAMP, due_at TIMESTAMP);
  INSERT INTO due VALUES ${days.map((day) => `(${moment(day.from)}, ${moment(day.before)}, ${moment(day.dueAt)})`).join(", ")};
  CREATE TEMP TABLE owed AS
    SELECT known.*, due_at, returned_at + INTERVAL ${hours} HOUR AS elapsed_due_at
    FROM known JOIN due ON returned_at >= begins AND returned_at < ends;
`)

const by = (column) =>
  numbered(`SELECT coalesce(${column}, 'not-recorded') AS value, count(*) AS episodes FROM month GROUP BY 1`)

const byDuration = await numbered(`
  SELECT CASE
      WHEN ended_at IS NULL THEN 'still-missing' WHEN ended_at < missing_at THEN 'not-recorded'
      WHEN days < 1 THEN 'under-1' WHEN days < 3 THEN '1-2' WHEN days < 8 THEN '3-7' WHEN days < 11 THEN '8-10'
      WHEN days < 16 THEN '11-15' WHEN days < 21 THEN '16-20' WHEN days < 31 THEN '21-30' ELSE 'over-30'
    END AS value, count(*) AS episodes
  FROM (SELECT *, epoch_ms(ended_at - missing_at) / 86400000.0 AS days FROM month) GROUP BY 1`)

const perChild = "SELECT child, count(*) AS episodes FROM month GROUP BY child"

const frequency = await numbered(`
  SELECT CASE
      WHEN episodes <= 5 THEN CAST(episodes AS VARCHAR) WHEN episodes <= 10 THEN '6-10' WHEN episodes <= 20 THEN '11-20'
      WHEN episodes <= 50 THEN '21-50' WHEN episodes <= 100 THEN '51-100' ELSE 'over-100'
    END AS value, count(*) AS episodes
  FROM (
    SELECT child, count(*) AS episodes FROM known
    WHERE missing_at >= ${moment(months.at(-12)?.from ?? from)} AND missing_at < ${moment(before)} GROUP BY child
  ) GROUP BY 1`)

const followed = async (within) =>
  numbers(
    await one(`
      SELECT count(*) FILTER (next_at <= until) AS followed,
        count(*) FILTER ((next_at IS NULL OR next_at > until) AND until <= ${moment(asOf)}) AS notFollowed,
        count(*) FILTER ((next_at IS NULL OR next_at > until) AND until > ${moment(asOf)}) AS notYetKnown
      FROM (
        SELECT month.ended_at + INTERVAL ${24 * within} HOUR AS until, later.missing_at AS next_at
        FROM month ASOF LEFT JOIN (SELECT child, missing_at FROM known WHERE missing_at IS NOT NULL) AS later
          ON month.child = later.child AND month.ended_at < later.missing_at
        WHERE month.ended_at IS NOT NULL
      )`)
  )

const verdicts = (name, due, isWithin) => `
  count(*) FILTER (rhi_completed_at >= returned_at AND rhi_completed_at ${isWithin} ${due}) AS ${name}_met,
  count(*) FILTER ((rhi_completed_at >= returned_at AND NOT rhi_completed_at ${isWithin} ${due})
    OR (rhi_completed_at IS NULL AND NOT ${moment(asOf)} ${isWithin} ${due})) AS ${name}_missed,
  count(*) FILTER (rhi_completed_at < returned_at) AS ${name}_notMeasurable,
  count(*) FILTER (rhi_completed_at IS NULL AND ${moment(asOf)} ${isWithin} ${due}) AS ${name}_notYetDue`

const interviews = await rows(`
  SELECT if(grouping(case_status) = 1, 'all', coalesce(case_status, 'not-recorded')) AS status, count(*) AS owed, count(rhi_offered_at) AS offered,
    count(*) FILTER (rhi_response = 'accepted') AS accepted, count(*) FILTER (rhi_response = 'declined') AS declined,
    count(rhi_completed_at) AS completed, ${verdicts("hours", "elapsed_due_at", "<=")}, ${verdicts("days", "due_at", "<")}
  FROM owed GROUP BY GROUPING SETS ((case_status), ()) ORDER BY status`)

const trend = await rows(`
  SELECT month, count(missing_at) AS episodes, count(DISTINCT child) AS children
  FROM month_bounds LEFT JOIN known ON missing_at >= begins AND missing_at < ends GROUP BY month, begins ORDER BY begins`)

const reaches = async (end) =>
  (await rows(`SELECT 1 FROM ${load === "whole-table" ? "known" : table} WHERE missing_at < ${moment(end)} LIMIT 1`))
    .length > 0

const answer = {
  episodes: {
    ...numbers(await one(`SELECT count(*) AS total, count(DISTINCT child) AS children FROM month`)),
    byAbsence: await by("absence"),
    byMissingFrom: await by("missing_from"),
    byCaseStatus: await by("case_status"),
    byArea: await by("area"),
    byRisk: await by("risk"),
    byDuration
  },
  children3Plus: Number((await one(`SELECT count(*) AS children FROM (${perChild}) WHERE episodes >= 3`))["children"]),
  recurrence: { within30Days: await followed(30), within90Days: await followed(90) },
  frequency,
  topFiveChildren: Number(
    (await one(`SELECT sum(episodes) AS five FROM (SELECT episodes FROM (${perChild}) ORDER BY 1 DESC LIMIT 5)`))[
      "five"
    ] ?? 0
  ),
  notice: numbers(
    await one(`
      SELECT count(*) AS measured, floor(quantile_cont(waited, 0.5) / 60000) AS medianMinutes,
        count(*) FILTER (waited > 3600000) AS overOneHour
      FROM (SELECT epoch_ms(notified_at - reported_at) AS waited FROM month WHERE notified_at >= reported_at)`)
  ),
  trend: trend
    .slice(12)
    .map(({ month, episodes, children }) => ({ month, episodes: Number(episodes), children: Number(children) })),
  yearBefore: await Promise.all(
    months
      .slice(12)
      .map(async (_, place) =>
        (await reaches(months[place]?.before ?? from)) ? Number(trend[place]?.["episodes"]) : null
      )
  ),
  interviews: interviews.map(({ status, ...counts }) => ({ status, ...numbers(counts) })),
  notDone: await numbered(
    "SELECT rhi_not_done AS value, count(*) AS episodes FROM owed WHERE rhi_not_done IS NOT NULL GROUP BY 1"
  )
}
process.stdout.write(JSON.stringify(answer))
