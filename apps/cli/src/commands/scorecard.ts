import { addDays, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { type Policy, packOn } from "@safe-return/domain/policy"
import {
  addMonths,
  type Month,
  monthInWords,
  parseMonth,
  type ScorecardCount,
  startOfMonth,
  startScorecard,
  suppressInterviewTimes,
  suppressScorecard
} from "@safe-return/domain/scorecard"
import { badInput, forEachScorecardRow } from "@safe-return/exchange"
import {
  isBinary,
  type ReportedMonth,
  type ReportFormat,
  reportFormats,
  reportOf,
  writeReport
} from "@safe-return/report"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { Effect, Option, Stdio } from "effect"
import { Command, Flag } from "effect/cli"
import { choosePolicy } from "../input/choosePolicy.ts"
import { asOf, caseReferences, columnNotes, episodes, momentOf, patternsOf } from "../input/episodeOptions.ts"
import { openFile } from "../input/openFile.ts"
import { count, tell } from "../output/print.ts"
import { withProgress } from "../output/progress.ts"
import { scorecardAnswer, scorecardInWords } from "../output/scorecardAnswer.ts"
import { out, writeContent } from "../output/writeOut.ts"
import { json, suppress } from "./options.ts"

const month = Flag.String("month").pipe(Flag.withDescription("A calendar month, London's, such as 2026-06"))

const policy = Flag.String("policy").pipe(
  Flag.withDescription(
    "The one policy for every episode: a policy file (JSON), or the name of a pack that comes with us (default: Rotherham's, as it was in force on the month's last day)"
  ),
  Flag.optional
)

const format = Flag.Literals("format", ["json", ...reportFormats]).pipe(
  Flag.withDescription(
    "json: the published shape, for scripts; csv: a line a figure; xlsx: a workbook, a sheet a table; html: a page for screen and paper; svg, png: the pictures on one sheet (default: text for people)"
  ),
  Flag.optional
)

/** Bytes read at once: a long table is read with fewer turns. */
const LARGE_BLOCKS = 262_144

const notAMonth = badInput({ field: "--month", message: "This is not a month. Write it as 2026-06." })

const twoFormats = badInput({
  field: "--json",
  message: "This is another name of --format json. Give one of the two."
})

const needsFile = (chosen: string) =>
  badInput({ field: "--out", message: `A terminal cannot show ${chosen}. Name the file with --out.` })

/** None for people, who read text. */
const formatOf = (given: { readonly format: Option.Option<"json" | ReportFormat>; readonly json: boolean }) =>
  given.json && Option.exists(given.format, (named) => named !== "json")
    ? Effect.fail(twoFormats)
    : Effect.succeed(given.json ? ("json" as const) : Option.getOrUndefined(given.format))

const checkTerminal = Effect.fnUntraced(function* (chosen: "json" | ReportFormat | undefined, isFile: boolean) {
  if (chosen === undefined || chosen === "json" || isFile || !isBinary(chosen)) return
  const { stdoutIsTerminal } = yield* Stdio.Stdio
  if (yield* stdoutIsTerminal) yield* needsFile(chosen)
})

const writtenAs = (
  chosen: "json" | ReportFormat | undefined,
  month: ReportedMonth
): Effect.Effect<string | Uint8Array> => {
  const { scorecard: shown, isSuppressed } = month
  if (chosen === undefined) return Effect.succeed(`${scorecardInWords(shown, isSuppressed)}\n`)
  if (chosen === "json") return Effect.succeed(`${JSON.stringify(scorecardAnswer(shown), null, 2)}\n`)
  return Effect.promise(() => writeReport(reportOf(month), chosen))
}

/** The month as it is, or with its small counts withheld. */
const reportedMonth = (
  { finish, interviewTimes }: ScorecardCount,
  policy: Policy,
  isSuppressed: boolean
): ReportedMonth => {
  const [whole, times] = [finish(), interviewTimes()]
  return isSuppressed
    ? {
        scorecard: suppressScorecard(whole, policy),
        interviewTimes: suppressInterviewTimes(times, whole.rhi, policy),
        isSuppressed
      }
    : { scorecard: whole, interviewTimes: times, isSuppressed }
}

/** The policy that is named, or else the one that comes with us and was in force when the month ended. */
const policyFor = (given: Option.Option<string>, month: Month) =>
  Option.isSome(given)
    ? choosePolicy(given.value)
    : Effect.succeed(packOn("rotherham", addDays(londonDayOf(startOfMonth(addMonths(month, 1))), -1)))

/** What a reader of the numbers has to know: never an error, never on standard output. */
const unfinished = (month: Month, now: Instant): ReadonlyArray<string> => {
  const seenFrom = londonDateTimeInFull(now)
  if (now < startOfMonth(month)) return [`${monthInWords(month)} had not begun on ${seenFrom}.`]
  return now < startOfMonth(addMonths(month, 1)) ? [`${monthInWords(month)} was not over on ${seenFrom}.`] : []
}

export const scorecard = Command.make(
  "scorecard",
  { episodes, month, policy, asOf, format, suppress, out, caseReferences, json },
  Effect.fn("scorecard")(function* (given) {
    const chosenFormat = yield* formatOf(given)
    yield* checkTerminal(chosenFormat, Option.isSome(given.out))
    const asked = yield* Effect.mapError(Effect.fromOption(parseMonth(given.month)), () => notAMonth)
    const chosen = yield* policyFor(given.policy, asked)
    const held = yield* patternsOf(given.caseReferences)
    const now = yield* momentOf(given.asOf)
    const counting = yield* Effect.mapError(
      Effect.fromResult(startScorecard({ month: given.month, asOf: now, policy: chosen })),
      ({ field, message }) => badInput({ field, message })
    )
    const source = yield* openFile(given.episodes, LARGE_BLOCKS)
    const undated = { rows: 0, firstLine: 0 }
    const columns = yield* forEachScorecardRow(
      yield* withProgress(source),
      (row, line) => {
        if (row.missing_at === undefined) {
          undated.rows += 1
          undated.firstLine ||= line
        }
        counting.add(row)
      },
      held
    )
    const notes = [
      ...columnNotes(columns).map((note) => `${source.file}: ${note}`),
      ...(undated.rows === 0
        ? []
        : [
            `${source.file}: in no month, missing_at not known: ${count(undated.rows, "row")}, the first on line ${undated.firstLine}`
          ]),
      ...unfinished(asked, now)
    ]
    if (notes.length > 0) yield* tell(notes.join("\n"))
    const isSuppressed = Option.getOrElse(given.suppress, () => chosenFormat !== "json")
    yield* writeContent(yield* writtenAs(chosenFormat, reportedMonth(counting, chosen, isSuppressed)), given.out)
  })
).pipe(
  Command.withDescription(
    "A month as managers read it: episodes, children, repeats, and the interviews held in time, with what each share is of"
  ),
  Command.withExamples([
    { command: "safe-return scorecard --episodes episodes.csv --month 2026-06", description: "For people" },
    {
      command: "safe-return scorecard --episodes episodes.csv --month 2026-06 --format json",
      description: "For scripts"
    },
    {
      command: "safe-return scorecard --episodes episodes.csv --month 2026-06 --format xlsx --out june.xlsx",
      description: "A workbook"
    },
    {
      command: "safe-return scorecard --episodes episodes.csv --month 2026-06 --no-suppress",
      description: "Every count, for those who may see the children's records"
    }
  ])
)
