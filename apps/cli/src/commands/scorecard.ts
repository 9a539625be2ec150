import type { Instant } from "@safe-return/domain/calendar"
import { shownFromOf } from "@safe-return/domain/policy"
import {
  addMonths,
  type CountedMonth,
  type Month,
  monthInWords,
  parseMonth,
  startOfMonth
} from "@safe-return/domain/scorecard"
import { badInput } from "@safe-return/exchange"
import {
  type LastPublished,
  lastPublished,
  performanceMonths,
  performanceOf,
  publishedEditions,
  type ReportedMonth,
  reportedMonth,
  reportOf,
  restatementsInWords,
  standingCounts,
  withRestatements,
  writeReport
} from "@safe-return/report"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { councilPolicies, namedPolicy } from "../input/councilPolicies.ts"
import { countTable } from "../input/countTable.ts"
import { asOf, caseReferences, episodes, momentOf, patternsOf } from "../input/episodeOptions.ts"
import { assertSamePolicy, publications, publishedIn } from "../input/publications.ts"
import { checkTerminal } from "../output/checkTerminal.ts"
import { tellAll } from "../output/print.ts"
import { scorecardAnswer, scorecardInWords } from "../output/scorecardAnswer.ts"
import { out, writeContent } from "../output/writeOut.ts"
import { council, keyFile } from "./journal/options.ts"
import { json, suppress } from "./options.ts"
import { format, formatAmong, type ScorecardFormat } from "./reportFormat.ts"

const month = Flag.String("month").pipe(Flag.withDescription("A calendar month, London's, such as 2026-06"))

const policy = Flag.String("policy").pipe(
  Flag.withDescription(
    "With every count: the one policy for every episode, a policy file (JSON) or the name of a pack that comes with us (default: of those in SAFE_RETURN_POLICY, else Rotherham's, the one in force on the month's last day; with small counts withheld there is no other)"
  ),
  Flag.optional
)

/** The formats with the report of performance, for which other months are counted too. */
const comparingFormats: ReadonlyArray<string> = ["csv", "xlsx", "html"]

const notAMonth = badInput({ field: "--month", message: "This is not a month. Write it as 2026-06." })

const writtenAs = (
  chosen: ScorecardFormat | undefined,
  month: ReportedMonth,
  published: ReadonlyArray<LastPublished>,
  shownFrom: number
): Effect.Effect<string | Uint8Array> => {
  const { scorecard: shown, isSuppressed } = month
  if (chosen === "json") return Effect.succeed(`${JSON.stringify(scorecardAnswer(shown), null, 2)}\n`)
  const report = () => withRestatements(reportOf(month), published, shownFrom)
  if (chosen !== undefined) return Effect.promise(() => writeReport(report(), chosen))
  const restated = published.length === 0 ? [] : restatementsInWords(report())
  return Effect.succeed(`${[scorecardInWords(shown, isSuppressed), ...restated].join("\n")}\n`)
}

/** What a reader of the numbers has to know: never an error, never on standard output. */
const unfinished = (month: Month, now: Instant): ReadonlyArray<string> => {
  const seenFrom = londonDateTimeInFull(now)
  if (now < startOfMonth(month)) return [`${monthInWords(month)} had not begun on ${seenFrom}.`]
  return now < startOfMonth(addMonths(month, 1)) ? [`${monthInWords(month)} was not over on ${seenFrom}.`] : []
}

/** The months as they may be shown, and the report of performance with a mark on what was published otherwise. */
const reportedOf = (
  [counted, ...compared]: readonly [CountedMonth, ...ReadonlyArray<CountedMonth>],
  isSuppressed: boolean
): ReportedMonth => ({
  ...reportedMonth(counted, isSuppressed),
  ...(compared.length === 0 ? {} : { performance: performanceOf(compared, counted.policy, isSuppressed) })
})

export const scorecard = Command.make(
  "scorecard",
  { episodes, month, policy, asOf, format, suppress, out, caseReferences, data: publishedIn, council, keyFile, json },
  Effect.fn("scorecard")(function* (given) {
    const chosenFormat = yield* formatAmong(given)
    yield* checkTerminal(chosenFormat, Option.isSome(given.out))
    const asked = yield* Effect.mapError(Effect.fromOption(parseMonth(given.month)), () => notAMonth)
    const isSuppressed = Option.getOrElse(given.suppress, () => chosenFormat !== "json")
    const named = yield* namedPolicy(given.policy, isSuppressed)
    const publishedBy = yield* councilPolicies()
    const chosen = named ?? publishedBy(asked)
    const held = yield* patternsOf(given.caseReferences)
    const now = yield* momentOf(given.asOf)
    const published = yield* publications(given)
    if (isSuppressed) yield* assertSamePolicy(published, given.month, chosen)
    const isCompared = chosenFormat === undefined ? published.length > 0 : comparingFormats.includes(chosenFormat)
    const months = [given.month, ...(isCompared ? performanceMonths(asked) : [])]
    const question = { months, asOf: now, policy: chosen, ...(isSuppressed ? { publishedBy } : {}) }
    const counted = yield* countTable(given.episodes, held, question, isSuppressed)
    yield* tellAll([...counted.notes, ...unfinished(asked, now)])
    const shown = isSuppressed ? standingCounts(counted.months, publishedEditions(published)) : counted.months
    const reported = reportedOf(shown as readonly [CountedMonth, ...ReadonlyArray<CountedMonth>], isSuppressed)
    const last = lastPublished(published, isSuppressed)
    yield* writeContent(yield* writtenAs(chosenFormat, reported, last, shownFromOf(chosen)), given.out)
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
