import { absenceWords, missingFromWords, notDoneWords } from "@safe-return/domain/pathway"
import { caseStatusWords } from "@safe-return/domain/policy"
import { type SuppressedScorecard, WITHHELD } from "@safe-return/domain/scorecard"
import { reachedMonths } from "../performance/reachedMonths.ts"
import { shareOf, sumOf } from "../performance/yearToDate.ts"
import { durationWords, frequencyWords } from "../tables/bandWords.ts"
import { valueInWords } from "../tables/breakdownTable.ts"
import { cellInWords } from "../tables/cellInWords.ts"
import { definitionsOf } from "../tables/definitionsOf.ts"
import type { Cell, ReportTable, TableRow } from "../tables/reportTable.ts"

/** Twelve months as they are published, and by what they were counted. */
export interface ReportedYear {
  readonly scorecards: ReadonlyArray<SuppressedScorecard>
  /** The smallest denominator that has a percentage. */
  readonly percentFrom: number
  /** The policy's hours and working days, for the sentences. */
  readonly hours: number
  readonly workingDays: number
}

type Read = (scorecard: SuppressedScorecard) => Cell

/** What one figure of every month comes to; not available where the table does not reach back to one of them. */
const summed =
  (months: ReadonlyArray<SuppressedScorecard | undefined>) =>
  (read: Read): Cell =>
    sumOf(months.map((month) => (month === undefined ? "x" : read(month))))

interface BreakdownOfYear {
  readonly id: string
  readonly title: string
  readonly question: string
  readonly rowTitle: string
  readonly breakdown: string
  readonly words: Readonly<Record<string, string>>
  readonly field: string
  readonly counts: (scorecard: SuppressedScorecard) => Readonly<Record<string, Cell>>
}

const LONGER = ["1-2", "3-7", "8-10", "11-15", "16-20", "21-30", "over-30"]

/** The ten questions that councils are asked each year, answered by what is published of its months. */
export const questionTables = ({ scorecards, ...year }: ReportedYear): ReadonlyArray<ReportTable> => {
  const at = reachedMonths(scorecards)
  const months = scorecards.map(({ month }) => at(month))
  const [last] = scorecards.slice(-1)
  const sum = summed(months)

  const byEpisodes = (
    { counts, words, field, ...table }: BreakdownOfYear,
    more: ReadonlyArray<TableRow> = []
  ): ReportTable => {
    const values = last === undefined ? [] : Object.keys(counts(last))
    return {
      ...table,
      columns: [{ title: "Episodes", measure: "episodes.total" }],
      rows: [
        { label: "All", cells: [sum(({ episodes }) => episodes.total)] },
        ...values.map((value) => ({
          label: valueInWords(value, words),
          value,
          cells: [sum((scorecard) => counts(scorecard)[value] ?? 0)]
        })),
        ...more
      ],
      definitions: definitionsOf("episodes.total", field)
    }
  }

  const bands = Object.entries<Cell>(last === undefined ? {} : last.frequency)
  const isReached = months.every((month) => month !== undefined)
  const ofBand = (count: Cell): Cell => (isReached ? count : "x")
  const followed = (days: "within30Days" | "within90Days") =>
    (["followed", "notFollowed", "notYetKnown"] as const).map((name) => sum(({ recurrence }) => recurrence[days][name]))

  const share = (clock: "within72Hours" | "within3WorkingDays", time: string) => {
    const [met, of] = (["met", "denominator"] as const).map((part) => sum(({ rhi }) => rhi[clock][part])) as [
      Cell,
      Cell
    ]
    const percent = shareOf(met, of, year.percentFrom)
    const sentence =
      typeof met === "number" && typeof of === "number"
        ? `${met} of ${of} interviews were held within ${time}${typeof percent === "number" ? ` (${cellInWords(percent, "percent")}%)` : ""}. The ${of} are those for returns in the year that were held or are past due, whatever the reason. Measured is the interview held, not offered.`
        : "Not shown in numbers. Measured is the interview held, not offered."
    return {
      columns: [
        { title: "In time", measure: `rhi.${clock}.met` },
        { title: "Of", measure: `rhi.${clock}.denominator` },
        { title: "Share (%)", measure: `rhi.${clock}.percent`, unit: "percent" as const }
      ],
      rowTitle: "Interviews",
      rows: [{ label: `Held within ${time}`, cells: [met, of, percent], sentence }],
      definitions: definitionsOf("rhi.owed", `rhi.${clock}`)
    }
  }

  const reasons = [...new Set(scorecards.flatMap(({ rhi }) => Object.keys(rhi.notDone)))]
  const named = reasons.filter((reason) => reason !== WITHHELD)

  return [
    byEpisodes({
      id: "q-episodes",
      title: "1 Episodes",
      question: "How many episodes of children missing or away began in the year?",
      rowTitle: "Absence",
      breakdown: "absence",
      words: absenceWords.words,
      field: "episodes.byAbsence",
      counts: ({ episodes }) => episodes.byAbsence
    }),
    {
      id: "q-children",
      title: "2 Children",
      question: "How many children were missing or away, and how many times was each?",
      breakdown: "times-missing",
      rowTitle: "Times missing",
      columns: [{ title: "Children", measure: "frequency" }],
      rows: [
        { label: "All", cells: [isReached ? sumOf(bands.map(([, count]) => count)) : "x"] },
        ...bands.map(([band, count]) => ({
          label: valueInWords(band, frequencyWords),
          value: band,
          cells: [ofBand(count)]
        }))
      ],
      definitions: definitionsOf("frequency")
    },
    byEpisodes({
      id: "q-case-status",
      title: "3 Case status",
      question: "How many episodes were of looked-after children, and of others known to social care?",
      rowTitle: "Case status",
      breakdown: "case-status",
      words: caseStatusWords,
      field: "episodes.byCaseStatus",
      counts: ({ episodes }) => episodes.byCaseStatus
    }),
    byEpisodes({
      id: "q-missing-from",
      title: "4 Missing from",
      question: "How many episodes were from home, and how many from care?",
      rowTitle: "Missing from",
      breakdown: "missing-from",
      words: missingFromWords.words,
      field: "episodes.byMissingFrom",
      counts: ({ episodes }) => episodes.byMissingFrom
    }),
    byEpisodes(
      {
        id: "q-duration",
        title: "5 How long",
        question: "How long were they missing, and how many for 24 hours or more?",
        rowTitle: "Time missing",
        breakdown: "duration",
        words: durationWords,
        field: "episodes.byDuration",
        counts: ({ episodes }) => episodes.byDuration
      },
      [
        {
          label: "24 hours or more",
          value: "a-day-or-more",
          cells: [sumOf(LONGER.map((band) => sum(({ episodes }) => episodes.byDuration[band] ?? 0)))]
        }
      ]
    ),
    {
      id: "q-again",
      title: "6 Missing again",
      question: "How many episodes were followed by another of the same child?",
      breakdown: "days",
      rowTitle: "Within",
      columns: [
        { title: "Followed", measure: "recurrence.followed" },
        { title: "Not followed", measure: "recurrence.notFollowed" },
        { title: "Not yet known", measure: "recurrence.notYetKnown" }
      ],
      rows: [
        { label: "30 days", value: "30", cells: followed("within30Days") },
        { label: "90 days", value: "90", cells: followed("within90Days") }
      ],
      definitions: definitionsOf("recurrence")
    },
    {
      id: "q-offers",
      title: "7 Interviews offered",
      question: "How many return home interviews were owed, offered, accepted, declined and held?",
      rowTitle: "Interviews",
      columns: [{ title: "Episodes" }],
      rows: (
        [
          ["Owed", "owed"],
          ["Offered", "offered"],
          ["Accepted", "accepted"],
          ["Declined", "declined"],
          ["Held", "completed"]
        ] as const
      ).map(([label, name]) => ({ label, measure: `rhi.${name}`, cells: [sum(({ rhi }) => rhi[name])] })),
      definitions: definitionsOf("rhi.owed", "rhi.offered", "rhi.accepted", "rhi.declined", "rhi.completed")
    },
    {
      id: "q-hours",
      title: `8 Held within ${year.hours} hours`,
      question: `How many interviews were held within ${year.hours} hours?`,
      ...share("within72Hours", `${year.hours} hours`)
    },
    {
      id: "q-days",
      title: `9 Held within ${year.workingDays} working days`,
      question: `How many interviews were held within ${year.workingDays} working days?`,
      ...share("within3WorkingDays", `${year.workingDays} working days`)
    },
    {
      id: "q-reasons",
      title: "10 Why there was none",
      question: "Why was there no interview?",
      breakdown: "reason",
      rowTitle: "Reason",
      columns: [{ title: "Episodes", measure: "rhi.notDone" }],
      rows: (named.length === 0 ? reasons : named).toSorted().map((reason) => ({
        label: valueInWords(reason, notDoneWords.words),
        value: reason,
        cells: [sum(({ rhi: { notDone } }) => notDone[reason] ?? (WITHHELD in notDone ? WITHHELD : 0))]
      })),
      definitions: definitionsOf("rhi.notDone")
    }
  ]
}
