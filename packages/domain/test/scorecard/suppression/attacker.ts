/**
 * An attacker who has the suppressed scorecards of months in a row and the published definitions, and nothing else. It
 * shares no code with `src`: what it reads is JSON.
 */
import { Counting } from "./counting.ts"

type Figure = number | "c"
type Table = Readonly<Record<string, Figure>>

interface Rate {
  readonly met: Figure
  readonly missed: Figure
  readonly notMeasurable: Figure
  readonly notYetDue: Figure
  readonly denominator: Figure
}

interface Row {
  readonly owed: Figure
  readonly offered: Figure
  readonly accepted: Figure
  readonly declined: Figure
  readonly completed: Figure
  readonly notDone: Table
  readonly within72Hours: Rate
  readonly within3WorkingDays: Rate
}

/** A scorecard as it is published. */
export interface Published {
  readonly month: string
  readonly episodes: Readonly<Record<string, Table>> & { readonly total: Figure; readonly children: Figure }
  readonly repeat: { readonly children3Plus: Figure; readonly window: { days: Figure; children3Plus: Figure } | null }
  readonly recurrence: Readonly<Record<"within30Days" | "within90Days", Table>>
  readonly frequency: Table
  readonly concentration: { readonly topFiveChildren: Figure; readonly of: Figure }
  readonly notice: { readonly measured: Figure; readonly medianMinutes: Figure | null; readonly overOneHour: Figure }
  readonly trend: ReadonlyArray<{
    month: string
    episodes: Figure
    children: Figure
    sameMonthYearBefore: Figure | null
  }>
  /** How long after the return the interviews were held, where that is published too. */
  readonly interviewTimes?: Table
  readonly rhi: Row & { readonly byCaseStatus: Readonly<Record<string, Row>> }
}

const MANY = 100_000
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
  ["over-100", 101, MANY]
] as const

const monthBy = (month: string, by: number): string => {
  const date = new Date(`${month}-15T12:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + by)
  return date.toISOString().slice(0, 7)
}

const figuresOf = ({ met, missed, notMeasurable, notYetDue, denominator }: Rate): ReadonlyArray<Figure> => [
  met,
  missed,
  notMeasurable,
  notYetDue,
  denominator
]

const isAllWithheld = (figures: ReadonlyArray<Figure>): boolean => figures.every((figure) => figure === "c")

/** The counts that nobody may tell: what is published, and what is left of a whole when a part is taken from it. */
export const readScorecards = (scorecards: ReadonlyArray<Published>, isNothingAfter: boolean): Counting => {
  const known = new Counting()
  /** What is withheld is one at least, unless it is said that a zero may be withheld here. */
  const read = (name: string, figure: Figure, canBeZero = false): string =>
    figure === "c" ? known.number(name, canBeZero ? 0 : 1) : known.number(name, figure, figure)
  const total = (name: string, figure: Figure): string =>
    figure === "c" ? known.number(name, 1, 4) : known.number(name, figure, figure)
  const episodesOf = (month: string) => `${month} episodes`
  const childrenOf = (month: string) => `${month} children`

  /** Withheld they are few, or a few fewer than the episodes. */
  const childrenIn = (month: string, figure: Figure, episodes: Figure): string => {
    if (figure !== "c" || episodes === "c") return total(childrenOf(month), figure)
    const name = known.number(childrenOf(month), 1, Math.max(4, episodes - 1))
    known.exclude(name, 5, episodes - 5)
    return name
  }

  const table = (path: string, figures: Table, whole: string) => {
    if ("c" in figures) return
    const canBeZero = isAllWithheld(Object.values(figures))
    known.sum(
      Object.entries(figures).map(([part, figure]) => read(`${path}.${part}`, figure, canBeZero)),
      whole
    )
  }

  /** A part that is withheld whole may be zero. What reasons there are is taken from those that were not held. */
  const row = (path: string, counts: Row, canBeNone: boolean) => {
    const fact = (name: string, figure: Figure, canBeZero: boolean) => read(`${path}.${name}`, figure, canBeZero)
    const { offered: offers, accepted, declined, within72Hours, within3WorkingDays } = counts
    const areAnswersHidden = isAllWithheld([offers, accepted, declined])
    const rates = [within72Hours, within3WorkingDays].map(figuresOf)
    const isHeldHidden = rates.some(isAllWithheld) || !rates.flat().includes("c")
    const owed = fact("owed", counts.owed, canBeNone)
    const offered = fact("offered", offers, areAnswersHidden)
    const completed = fact("completed", counts.completed, isHeldHidden)
    known.sum([offered, known.number(`${path}.not offered`)], owed)
    known.sum([completed, known.number(`${path}.not completed`)], owed)
    const answers = [fact("accepted", accepted, areAnswersHidden), fact("declined", declined, areAnswersHidden)]
    known.sum([...answers, known.number(`${path}.no answer`)], owed)
    if (!("c" in counts.notDone)) {
      const reasons = Object.entries(counts.notDone).map(([reason, figure]) => fact(`notDone.${reason}`, figure, false))
      known.sum([...reasons, known.number(`${path}.no reason`)], owed)
      known.sum([...reasons, known.number(`${path}.neither held nor a reason`)], `${path}.not completed`)
    }
    for (const clock of ["within72Hours", "within3WorkingDays"] as const) {
      const isHidden = isAllWithheld(figuresOf(counts[clock]))
      const at = (name: keyof Rate) => fact(`${clock}.${name}`, counts[clock][name], isHidden)
      const [met, missed, apart, open] = [at("met"), at("missed"), at("notMeasurable"), at("notYetDue")]
      known.sum([met, missed, apart, open], owed)
      known.sum([met, missed], at("denominator"))
      const late = known.number(`${path}.${clock} held late`)
      known.sum([met, apart, late], completed)
      known.atMost(late, missed)
      known.sum([late, known.number(`${path}.${clock} not held`)], missed)
    }
    known.sum([`${path}.within72Hours.notMeasurable`], `${path}.within3WorkingDays.notMeasurable`)
    known.atMost(`${path}.within72Hours.met`, `${path}.within3WorkingDays.met`)
    known.atMost(`${path}.within72Hours.notYetDue`, `${path}.within3WorkingDays.notYetDue`)
    known.atMost(`${path}.within3WorkingDays.missed`, `${path}.within72Hours.missed`)
  }

  /** In time are those within the hours; in working days those too that were held before the longest of them was over. */
  const times = (path: string, figures: Table) => {
    const canBeZero = isAllWithheld(Object.values(figures))
    const at = (band: string) => read(`${path}.held ${band}`, figures[band] ?? 0, canBeZero)
    if (Object.keys(figures).length === 0) return
    const soon = ["to-96", "to-120", "to-168"].map(at)
    known.sum(["to-24", "to-48", "to-72"].map(at), `${path}.within72Hours.met`)
    known.sum([...soon, at("to-336"), at("over-336")], `${path}.within72Hours held late`)
    const byDaysAlone = known.number(`${path}.within the days alone held late`)
    known.sum([`${path}.within72Hours.met`, byDaysAlone], `${path}.within3WorkingDays.met`)
    known.relate({ [byDaysAlone]: 1, ...Object.fromEntries(soon.map((band) => [band, -1])) }, -MANY, 0)
  }

  /** Of a table's first month nothing is shown, whatever was owed. */
  const interviews = (path: string, { byCaseStatus, ...whole }: Published["rhi"], isFirst: boolean) => {
    const rows = Object.entries(byCaseStatus)
    if (whole.owed === "c" && !isFirst) total(`${path}.owed`, whole.owed)
    row(path, whole, isFirst)
    const canBeNone = isAllWithheld(rows.map(([, { owed }]) => owed))
    for (const [status, counts] of rows) row(`${path}.${status}`, counts, canBeNone)
    const columns = known.names.filter((name) => name.startsWith(`${path}.${rows[0]?.[0]}.`))
    for (const column of columns.map((name) => name.slice(`${path}.${rows[0]?.[0]}.`.length))) {
      if (column.startsWith("notDone.")) continue
      known.sum(
        rows.map(([status]) => `${path}.${status}.${column}`),
        `${path}.${column}`
      )
    }
    const reasons = new Set([whole, ...Object.values(byCaseStatus)].flatMap(({ notDone }) => Object.keys(notDone)))
    if (reasons.has("c")) return
    for (const reason of reasons) {
      const of = rows.filter(([, { notDone }]) => reason in notDone)
      known.sum(
        of.map(([status]) => `${path}.${status}.notDone.${reason}`),
        `${path}.notDone.${reason}`
      )
    }
  }

  const months = scorecards.map(({ month }) => month).sort()
  const last = months.at(-1) ?? ""

  for (const {
    month,
    episodes,
    repeat,
    recurrence,
    frequency,
    concentration,
    notice,
    trend,
    rhi,
    interviewTimes
  } of scorecards) {
    for (const shown of trend) {
      const all = total(episodesOf(shown.month), shown.episodes)
      const children = childrenIn(shown.month, shown.children, shown.episodes)
      known.atMost(children, all)
      if (shown.sameMonthYearBefore !== null) total(episodesOf(monthBy(shown.month, -12)), shown.sameMonthYearBefore)
    }
    const whole = total(episodesOf(month), episodes.total)
    const children = childrenIn(month, episodes.children, episodes.total)
    for (const by of ["byAbsence", "byMissingFrom", "byCaseStatus", "byArea", "byRisk", "byDuration"]) {
      table(`${month}.${by}`, episodes[by] ?? {}, whole)
    }

    const still = `${month}.byDuration.still-missing`
    for (const [days, counts] of Object.entries(recurrence)) {
      const isThroughout = isAllWithheld(Object.values(counts))
      const at = (name: string) => read(`${month}.${days}.${name}`, counts[name] ?? 0, isThroughout)
      const followed = at("followed")
      known.sum([followed, at("notFollowed"), at("notYetKnown"), still], whole)
      if (isNothingAfter) {
        const later = months.filter((other) => other > month).map((other) => [episodesOf(other), -1] as const)
        known.relate({ [followed]: 1, [whole]: -1, [children]: 1, ...Object.fromEntries(later) }, -MANY, 0)
      }
    }
    known.atMost(`${month}.within30Days.followed`, `${month}.within90Days.followed`)
    known.atMost(`${month}.within90Days.notFollowed`, `${month}.within30Days.notFollowed`)
    known.atMost(`${month}.within30Days.notYetKnown`, `${month}.within90Days.notYetKnown`)

    const measured = read(`${month}.measured`, notice.measured)
    const over = read(`${month}.over an hour`, notice.overOneHour)
    known.sum([measured, known.number(`${month}.not measured`)], whole)
    known.sum([over, known.number(`${month}.within an hour`)], measured)
    if (typeof notice.medianMinutes === "number" && notice.medianMinutes !== 60) {
      const isLong = notice.medianMinutes > 60
      known.relate({ [over]: 2, [measured]: -1 }, isLong ? 0 : -MANY, isLong ? MANY : 0)
    }

    const repeaters = read(`${month}.three or more`, repeat.children3Plus, true)
    known.sum([repeaters, known.number(`${month}.fewer than three`)], children)
    known.relate({ [whole]: 1, [children]: -1, [repeaters]: -2 }, 0, MANY)
    known.relate({ [whole]: 1, [children]: -2, [repeaters]: -MANY }, -MANY * MANY, 0)
    const mostOfFive = read(`${month}.top five`, concentration.topFiveChildren)
    known.atMost(mostOfFive, whole)
    known.relate({ [whole]: 1, [mostOfFive]: -1, [children]: -1 }, -5, MANY)
    if (repeat.window !== null) {
      const window = read(`${month}.window`, repeat.window.children3Plus, true)
      if (Number(repeat.window.days) >= 31) known.atMost(repeaters, window)
    }

    const canBeZero = isAllWithheld(Object.values(frequency))
    const inBand = bands.map(([band]) => read(`${month}.frequency.${band}`, frequency[band] ?? 0, canBeZero))
    const year = Array.from({ length: 12 }, (_, back) => monthBy(month, -back))
    const everyChild = known.number(`${month}.children of the year`)
    known.sum(inBand, everyChild)
    for (const one of year) known.atMost(childrenOf(one), everyChild)
    known.relate({ [everyChild]: 1, ...Object.fromEntries(year.map((one) => [childrenOf(one), -1])) }, -MANY, 0)
    const perYear = Object.fromEntries(year.map((one) => [episodesOf(one), -1]))
    known.relate({ ...Object.fromEntries(bands.map(([, fewest], at) => [inBand[at], fewest])), ...perYear }, -MANY, 0)
    known.relate(
      { ...Object.fromEntries(bands.map(([, , most], at) => [inBand[at], most])), ...perYear },
      0,
      MANY * MANY
    )
    // A child of more episodes than months has the others beside one of the same month, and those are few.
    const again = year.flatMap((one) => [[episodesOf(one), -1] as const, [childrenOf(one), 1] as const])
    const active = year.filter((one) => known.bounds(episodesOf(one))[1] > 0).length
    const beyondMonths = bands.flatMap(([, fewest], at) => (fewest > active ? [[inBand[at], fewest - active]] : []))
    known.relate(Object.fromEntries([...beyondMonths, ...again]), -MANY * MANY, 0)
    const atLeastThree = inBand.filter((_, at) => (bands[at]?.[1] ?? 0) > 2)
    known.relate({ [repeaters]: 1, ...Object.fromEntries(atLeastThree.map((band) => [band, -1])) }, -MANY, 0)
    const highest = Math.max(...bands.map(([band, , most]) => (frequency[band] === 0 ? 0 : most)))
    for (const one of year) known.relate({ [episodesOf(one)]: 1, [childrenOf(one)]: -highest }, -MANY * MANY, 0)

    const isFirst =
      trend.at(-1)?.sameMonthYearBefore === null && trend.slice(0, -1).every((before) => before.episodes === 0)
    interviews(`${month}.rhi`, rhi, isFirst && episodes.total !== 0)
    times(`${month}.rhi`, interviewTimes ?? {})
  }

  // From one month's frequency to the next, a child gains what began in the new month and loses the one a year before.
  for (const month of months.filter((one) => one !== last && months.includes(monthBy(one, 1)))) {
    const next = monthBy(month, 1)
    for (const [, least] of bands) {
      const at = (of: string, factor: number) =>
        bands.filter(([, fewest]) => fewest >= least).map(([band]) => [`${of}.frequency.${band}`, factor] as const)
      const change = Object.fromEntries([...at(next, 1), ...at(month, -1)])
      known.relate({ ...change, [episodesOf(next)]: -1 }, -MANY * MANY, 0)
      known.relate({ ...change, [episodesOf(monthBy(month, -11))]: 1 }, 0, MANY * MANY)
    }
  }
  return known
}

/** What is not a count of children or episodes anybody publishes: it helps the attacker and is not the aim. */
const isMeansOnly = (name: string): boolean => / held late$| not held$|children of the year$|top five$/.test(name)

/** The small counts that could be told, each by name. */
export const pinnedBy = (known: Counting): ReadonlyArray<readonly [name: string, count: number]> => {
  known.search(3, 5)
  return known.names.flatMap((name) => {
    const [low, high] = known.bounds(name)
    return low === high && low > 0 && low < 5 && !isMeansOnly(name) ? [[name, low] as const] : []
  })
}
