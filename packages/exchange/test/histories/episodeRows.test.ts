import { addHours, calendars, formatInstant, type Instant, utc } from "@safe-return/domain/calendar"
import { ChildReference, EpisodeId, fold, InterviewId, type PathwayEvent, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { formatMonth, parseMonth, type ScorecardRow, scorecardOf, startOfMonth } from "@safe-return/domain/scorecard"
import { type EpisodeRow, episodeRowsOf, readEpisodeTable, writeEpisodeTable } from "@safe-return/exchange"
import { Effect, Option, Result, Stream } from "effect"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { histories } from "../../../domain/test/pathway/histories.ts"
import { reckonScorecard, type TableText } from "../../../domain/test/scorecard/independentReckoning.ts"

const child = ChildReference.make("LCS-10432")
const by = PersonId.make("U0MADEUP1")
const MONDAY = utc(2026, 11, 2, 20)
const after = (hours: number) => addHours(MONDAY, hours)
const [E1, E2] = [EpisodeId.make("E1"), EpisodeId.make("E2")]
const interviewId = InterviewId.make("R1")

const opened = (episodeId: EpisodeId, missingAt: Instant): PathwayEvent => ({
  _tag: "EpisodeOpened",
  episodeId,
  absence: "missing",
  missingFrom: "home",
  risk: "not-graded",
  missingAt,
  reportedAt: missingAt,
  notifiedAt: missingAt,
  policy: rotherham
})

const rowsOf = (...events: ReadonlyArray<PathwayEvent>): ReadonlyArray<EpisodeRow> =>
  episodeRowsOf(
    { child, state: fold(events.map((event) => ({ recordedAt: after(900), recordedBy: by, event }))) },
    calendars
  )

const assigned: PathwayEvent = {
  _tag: "InterviewAssigned",
  interviewId,
  episodeIds: [E1],
  interviewer: by,
  knownAdult: false
}

const completed: PathwayEvent = {
  _tag: "InterviewCompleted",
  interviewId,
  completedAt: after(60),
  interviewer: by,
  venue: "home",
  harmDisclosed: "no",
  exploitation: [],
  followUp: []
}

describe("the rows of a record", () => {
  test("leave blank what is not known, and a grade that was not given", () => {
    expect(rowsOf(opened(E1, MONDAY))).toEqual([
      {
        episode_id: "E1",
        child_ref: "LCS-10432",
        absence: "missing",
        missing_from: "home",
        missing_at: MONDAY,
        reported_at: MONDAY,
        notified_at: MONDAY
      }
    ])
  })

  test("leave out what was cancelled", () => {
    expect(rowsOf(opened(E1, MONDAY), { _tag: "EpisodeCancelled", episodeId: E1, reason: "Made up" })).toEqual([])
  })

  test("repeat a completion on every episode it covers, and give each its own offer and answer", () => {
    const rows = rowsOf(
      opened(E1, MONDAY),
      { _tag: "ChildReturned", episodeId: E1, returnedAt: after(2) },
      assigned,
      { _tag: "InterviewOffered", interviewId, episodeIds: [E1], offeredAt: after(3) },
      { _tag: "InterviewAnswered", interviewId, episodeIds: [E1], response: "declined" },
      opened(E2, after(20)),
      { _tag: "ChildReturned", episodeId: E2, returnedAt: after(22) },
      { _tag: "InterviewExtended", interviewId, episodeIds: [E2] },
      completed
    )
    expect(rows).toMatchObject([
      { rhi_id: "R1", rhi_offered_at: after(3), rhi_response: "declined", rhi_completed_at: after(60) },
      { rhi_id: "R1", rhi_completed_at: after(60) }
    ])
    // That it was held is no answer, and the first episode's offer is none for the second.
    expect(Object.keys(rows[1] ?? {}).filter((column) => column.startsWith("rhi_"))).toEqual([
      "rhi_id",
      "rhi_completed_at"
    ])
  })

  test("say why there was no interview", () => {
    const notDone: PathwayEvent = {
      _tag: "InterviewNotDone",
      episodeIds: [E1],
      reason: "unable-to-contact",
      decidedBy: by
    }
    expect(rowsOf(opened(E1, MONDAY), notDone)[0]?.rhi_not_done).toBe("unable-to-contact")
  })
})

/** Histories of several children, each with episodes of its own. */
const journals = fc.array(histories, { minLength: 1, maxLength: 4 }).map((drawn) =>
  drawn.flatMap(({ state }, index): ReadonlyArray<EpisodeRow> => {
    const rows = episodeRowsOf({ child: ChildReference.make(`LCS-${index + 1}`), state }, calendars)
    return rows.map((row) => ({ ...row, episode_id: EpisodeId.make(`${index}-${row.episode_id}`) }))
  })
)

const throughText = (rows: ReadonlyArray<EpisodeRow>, format: "csv" | "ndjson"): ReadonlyArray<EpisodeRow> => {
  const bytes = Stream.encodeText(writeEpisodeTable(Stream.fromIterable(rows), format))
  return Effect.runSync(readEpisodeTable({ file: `episodes.${format}`, bytes })).lines.map(({ row }) => row)
}

const asText = (row: EpisodeRow): TableText =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === "number" ? formatInstant(value as Instant) : value
    ])
  )

const usual = {
  policyId: rotherham.id,
  anchor: "returned",
  dayZero: "return-day",
  cutoff: "end-of-day",
  nation: "england-and-wales",
  percentFrom: 5,
  windowDays: null
} as const

test("a journal, the table written from it and a second reckoning come to the same scorecard", () => {
  let seen = 0
  fc.assert(
    fc.property(
      journals,
      fc.nat(),
      fc.constantFrom("csv", "ndjson"),
      fc.integer({ min: 0, max: 2_000 }),
      (rows, which, format, later) => {
        const first = rows[which % Math.max(1, rows.length)]?.missing_at
        if (first === undefined) return
        seen += 1
        const month = formatMonth(Option.getOrThrow(parseMonth(formatInstant(first).slice(0, 7))))
        const asOf = addHours(startOfMonth(Option.getOrThrow(parseMonth(month))), later)
        const of = (table: ReadonlyArray<ScorecardRow>) =>
          Result.getOrThrow(scorecardOf(table, { month, asOf, policy: rotherham }))
        const ofTheJournal = of(rows)
        expect(of(throughText(rows, format))).toEqual(ofTheJournal)
        expect({ ...ofTheJournal, asOf: formatInstant(asOf) }).toMatchObject(
          reckonScorecard(rows.map(asText), month, formatInstant(asOf), usual)
        )
      }
    ),
    { numRuns: 60 }
  )
  expect(seen).toBeGreaterThan(20)
})
