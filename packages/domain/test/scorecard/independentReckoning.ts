/**
 * A scorecard, reckoned a second way from the published contracts alone: every measure by looking at every row again,
 * and London's months by the host's zone data. It shares no code with `src`.
 */
import type { Nation } from "../../src/calendar/index.ts"
import { dayAfter, inLondon, isWorkingDate, londonMidnight } from "../deadlines/independentReckoning.ts"

/** A row as it stands in a file: text, blank cells absent. */
export type TableText = Readonly<Record<string, string>>

export interface ReckoningRules {
  readonly policyId: string
  readonly anchor: "returned" | "found" | "notified"
  readonly dayZero: "return-day" | "day-before-return"
  readonly cutoff: string
  readonly nation: Nation
  readonly percentFrom: number
  readonly windowDays: number | null
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const statuses = ["looked-after", "child-protection", "child-in-need", "early-help", "not-known", "other-authority"]
const durations = ["under-1", "1-2", "3-7", "8-10", "11-15", "16-20", "21-30", "over-30", "still-missing"]
const times = ["reported_at", "notified_at", "found_at", "returned_at", "rhi_offered_at", "rhi_completed_at"]

const ms = (text: string | undefined): number => (text === undefined ? Number.NaN : Date.parse(text))
const months = new Map<number, string>()

/** Remembered, because asking the host for a date is what takes the time here. */
const monthOf = (time: number): string => {
  const month = months.get(time) ?? inLondon(time).date.slice(0, 7)
  months.set(time, month)
  return month
}

const monthBefore = (month: string, back: number): string => {
  const date = new Date(`${month}-15T12:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - back)
  return date.toISOString().slice(0, 7)
}

const endOfMonth = (month: string): number => londonMidnight(`${monthBefore(month, -1)}-01`)

const asOfRow = (row: TableText, asOf: number): TableText | undefined => {
  if (ms(row["missing_at"]) > asOf) return undefined
  const later = times.filter((column) => ms(row[column]) > asOf)
  const known: Record<string, string> = { ...row }
  for (const column of later) delete known[column]
  if (later.includes("rhi_offered_at")) delete known["rhi_response"]
  if (later.length > 0) delete known["rhi_not_done"]
  return known
}

const childOf = (row: TableText): string => (row["child_ref"] ?? "").normalize("NFKC").replaceAll(" ", "").toLowerCase()

const endOf = (row: TableText): number => {
  const [found, returned] = [ms(row["found_at"]), ms(row["returned_at"])]
  const [first, second] = row["absence"] === "away" ? [returned, found] : [found, returned]
  return Number.isNaN(first) ? second : first
}

const distinct = (values: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(values)]

const breakdown = (rows: ReadonlyArray<TableText>, column: string, values: ReadonlyArray<string>) =>
  Object.fromEntries(
    distinct([...values, "not-recorded"]).map((value) => [
      value,
      rows.filter((row) => (row[column] ?? "not-recorded") === value).length
    ])
  )

const durationOf = (row: TableText): string => {
  const elapsed = endOf(row) - ms(row["missing_at"])
  if (Number.isNaN(elapsed)) return "still-missing"
  if (elapsed < 0) return "not-recorded"
  const days = Math.floor(elapsed / DAY)
  if (days === 0) return "under-1"
  if (days <= 2) return "1-2"
  if (days <= 7) return "3-7"
  if (days <= 10) return "8-10"
  if (days <= 15) return "11-15"
  if (days <= 20) return "16-20"
  return days <= 30 ? "21-30" : "over-30"
}

const wallClock = (date: string, time: string): number => {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  for (const moment of [asUtc - HOUR, asUtc]) {
    const shown = inLondon(moment)
    if (shown.date === date && shown.time === `${time}:00`) return moment
  }
  return asUtc
}

const dayBefore = (date: string): string => new Date(Date.parse(`${date}T12:00:00Z`) - DAY).toISOString().slice(0, 10)

/** When the third working day is over. */
const workingDaysDue = (from: number, { dayZero, cutoff, nation }: ReckoningRules): number => {
  let date = inLondon(from).date
  if (dayZero === "day-before-return") date = dayBefore(date)
  for (let left = 3; left > 0; ) {
    date = dayAfter(date)
    if (isWorkingDate(nation, date)) left -= 1
  }
  return cutoff === "end-of-day" ? londonMidnight(dayAfter(date)) : wallClock(date, cutoff)
}

const anchorOf = (row: TableText, { anchor }: ReckoningRules): number => {
  const [returned, found, notified] = [ms(row["returned_at"]), ms(row["found_at"]), ms(row["notified_at"])]
  if (anchor === "found") return Number.isNaN(found) ? returned : found
  return anchor === "notified" && notified > returned ? notified : returned
}

const rate = (
  rows: ReadonlyArray<TableText>,
  asOf: number,
  percentFrom: number,
  isWithin: (row: TableText, at: number) => boolean
) => {
  const counts = { met: 0, missed: 0, notMeasurable: 0, notYetDue: 0 }
  for (const row of rows) {
    const held = ms(row["rhi_completed_at"])
    if (Number.isNaN(held)) counts[isWithin(row, asOf) ? "notYetDue" : "missed"] += 1
    else if (held < ms(row["returned_at"])) counts.notMeasurable += 1
    else counts[isWithin(row, held) ? "met" : "missed"] += 1
  }
  const denominator = counts.met + counts.missed
  const tenths = denominator === 0 ? 0 : (1_000 * counts.met) / denominator
  // A half is met exactly by every denominator that can give one.
  const rounded = tenths - Math.floor(tenths) >= 0.5 ? Math.ceil(tenths) : Math.floor(tenths)
  return { ...counts, denominator, percent: denominator < percentFrom || denominator === 0 ? null : rounded / 10 }
}

const interviews = (rows: ReadonlyArray<TableText>, asOf: number, rules: ReckoningRules) => {
  const reasons = distinct(rows.flatMap((row) => row["rhi_not_done"] ?? []))
  return {
    owed: rows.length,
    offered: rows.filter((row) => row["rhi_offered_at"] !== undefined).length,
    accepted: rows.filter((row) => row["rhi_response"] === "accepted").length,
    declined: rows.filter((row) => row["rhi_response"] === "declined").length,
    completed: rows.filter((row) => row["rhi_completed_at"] !== undefined).length,
    notDone: Object.fromEntries(
      reasons.map((reason) => [reason, rows.filter((row) => row["rhi_not_done"] === reason).length])
    ),
    within72Hours: rate(rows, asOf, rules.percentFrom, (row, at) => at <= anchorOf(row, rules) + 72 * HOUR),
    within3WorkingDays: rate(
      rows,
      asOf,
      rules.percentFrom,
      (row, at) => at < workingDaysDue(anchorOf(row, rules), rules)
    )
  }
}

const minutesOfNotice = (rows: ReadonlyArray<TableText>) => {
  const waits = rows
    .map((row) => ms(row["notified_at"]) - ms(row["reported_at"]))
    .filter((wait) => wait >= 0)
    .sort((a, b) => a - b)
  const half = waits.length / 2
  const middle = waits.length % 2 === 1 ? [waits[Math.floor(half)] ?? 0] : [waits[half - 1] ?? 0, waits[half] ?? 0]
  const mean = middle.reduce((sum, wait) => sum + wait, 0) / middle.length
  return {
    measured: waits.length,
    medianMinutes: waits.length === 0 ? null : Math.floor(mean / 60_000),
    overOneHour: waits.filter((wait) => wait > HOUR).length
  }
}

/** How many of these children have so many of the rows. */
const childrenWith = (rows: ReadonlyArray<TableText>, least: number, most = Number.POSITIVE_INFINITY): number =>
  distinct(rows.map(childOf)).filter((child) => {
    const episodes = rows.filter((row) => childOf(row) === child).length
    return episodes >= least && episodes <= most
  }).length

const bands = [
  ["1", 1, 1],
  ["2", 2, 2],
  ["3", 3, 3],
  ["4", 4, 4],
  ["5", 5, 5],
  ["6-10", 6, 10],
  ["11-20", 11, 20],
  ["21-50", 21, 50],
  ["51-100", 51, 100],
  ["over-100", 101, Number.POSITIVE_INFINITY]
] as const

/** The scorecard of a month, without the sentences. */
export const reckonScorecard = (
  table: ReadonlyArray<TableText>,
  month: string,
  asOfText: string,
  rules: ReckoningRules
) => {
  const asOf = ms(asOfText)
  const rows = table.map((row) => asOfRow(row, asOf)).filter((row) => row !== undefined)
  const dated = rows.filter((row) => row["missing_at"] !== undefined)
  const inMonth = (wanted: string) => dated.filter((row) => monthOf(ms(row["missing_at"])) === wanted)
  const episodes = inMonth(month)
  const followed = (days: number) => {
    const counts = { followed: 0, notFollowed: 0, notYetKnown: 0 }
    for (const row of episodes) {
      const [end, until] = [endOf(row), endOf(row) + days * DAY]
      if (Number.isNaN(end)) continue
      const isFollowed = dated.some(
        (next) => childOf(next) === childOf(row) && ms(next["missing_at"]) > end && ms(next["missing_at"]) <= until
      )
      counts[isFollowed ? "followed" : asOf < until ? "notYetKnown" : "notFollowed"] += 1
    }
    return counts
  }
  const firstMonth = dated.map((row) => monthOf(ms(row["missing_at"]))).sort()[0]
  const twelve = Array.from({ length: 12 }, (_, back) => inMonth(monthBefore(month, back))).flat()
  const end = endOfMonth(month)
  const windowOf = (days: number) =>
    dated.filter((row) => ms(row["missing_at"]) >= end - days * DAY && ms(row["missing_at"]) < end)
  const perChild = distinct(episodes.map(childOf)).map(
    (child) => episodes.filter((row) => childOf(row) === child).length
  )
  const owed = rows.filter((row) => row["returned_at"] !== undefined && monthOf(ms(row["returned_at"])) === month)
  return {
    month,
    asOf: new Date(asOf).toISOString(),
    policy: rules.policyId,
    episodes: {
      total: episodes.length,
      children: perChild.length,
      byAbsence: breakdown(episodes, "absence", ["missing", "away"]),
      byMissingFrom: breakdown(episodes, "missing_from", ["home", "care"]),
      byCaseStatus: breakdown(episodes, "case_status", statuses),
      byArea: breakdown(
        episodes,
        "area",
        episodes.flatMap((row) => row["area"] ?? [])
      ),
      byRisk: breakdown(episodes, "risk", ["no-apparent", "low", "medium", "high"]),
      byDuration: breakdown(
        episodes.map((row) => ({ duration: durationOf(row) })),
        "duration",
        durations
      )
    },
    repeat: {
      children3Plus: childrenWith(episodes, 3),
      window:
        rules.windowDays === null
          ? null
          : { days: rules.windowDays, children3Plus: childrenWith(windowOf(rules.windowDays), 3) }
    },
    recurrence: { within30Days: followed(30), within90Days: followed(90) },
    frequency: Object.fromEntries(bands.map(([band, least, most]) => [band, childrenWith(twelve, least, most)])),
    concentration: {
      topFiveChildren: perChild
        .sort((a, b) => b - a)
        .slice(0, 5)
        .reduce((sum, count) => sum + count, 0),
      of: episodes.length
    },
    notice: minutesOfNotice(episodes),
    trend: Array.from({ length: 13 }, (_, place) => {
      const [shown, before] = [monthBefore(month, 12 - place), monthBefore(month, 24 - place)]
      return {
        month: shown,
        episodes: inMonth(shown).length,
        children: distinct(inMonth(shown).map(childOf)).length,
        sameMonthYearBefore: firstMonth === undefined || before < firstMonth ? null : inMonth(before).length
      }
    }),
    rhi: {
      ...interviews(owed, asOf, rules),
      byCaseStatus: Object.fromEntries(
        [...statuses, "not-recorded"].map((status) => [
          status,
          interviews(
            owed.filter((row) => (row["case_status"] ?? "not-recorded") === status),
            asOf,
            rules
          )
        ])
      )
    }
  }
}
