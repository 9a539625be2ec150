import { addDays, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { packOn } from "@safe-return/domain/policy"
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
  performanceMonths,
  performanceOf,
  type ReportedMonth,
  reportedMonth,
  reportOf,
  writeReport
} from "@safe-return/report"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { choosePolicy } from "../input/choosePolicy.ts"
import { countTable } from "../input/countTable.ts"
import { asOf, caseReferences, episodes, momentOf, patternsOf } from "../input/episodeOptions.ts"
import { checkTerminal } from "../output/checkTerminal.ts"
import { tellAll } from "../output/print.ts"
import { scorecardAnswer, scorecardInWords } from "../output/scorecardAnswer.ts"
import { out, writeContent } from "../output/writeOut.ts"
import { json, suppress } from "./options.ts"
import { format, formatAmong, type ScorecardFormat } from "./reportFormat.ts"

const month = Flag.String("month").pipe(Flag.withDescription("A calendar month, London's, such as 2026-06"))

const policy = Flag.String("policy").pipe(
  Flag.withDescription(
    "The one policy for every episode: a policy file (JSON), or the name of a pack that comes with us (default: Rotherham's, as it was in force on the month's last day)"
  ),
  Flag.optional
)

/** The formats with the report of performance, for which other months are counted too. */
const comparingFormats: ReadonlyArray<string> = ["csv", "xlsx", "html"]

const notAMonth = badInput({ field: "--month", message: "This is not a month. Write it as 2026-06." })

const writtenAs = (chosen: ScorecardFormat | undefined, month: ReportedMonth): Effect.Effect<string | Uint8Array> => {
  const { scorecard: shown, isSuppressed } = month
  if (chosen === undefined) return Effect.succeed(`${scorecardInWords(shown, isSuppressed)}\n`)
  if (chosen === "json") return Effect.succeed(`${JSON.stringify(scorecardAnswer(shown), null, 2)}\n`)
  return Effect.promise(() => writeReport(reportOf(month), chosen))
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
    const chosenFormat = yield* formatAmong(given)
    yield* checkTerminal(chosenFormat, Option.isSome(given.out))
    const asked = yield* Effect.mapError(Effect.fromOption(parseMonth(given.month)), () => notAMonth)
    const chosen = yield* policyFor(given.policy, asked)
    const held = yield* patternsOf(given.caseReferences)
    const now = yield* momentOf(given.asOf)
    const isCompared = chosenFormat !== undefined && comparingFormats.includes(chosenFormat)
    const others = isCompared ? performanceMonths(asked) : []
    const question = { months: [given.month, ...others], asOf: now, policy: chosen }
    const { months, notes } = yield* countTable(given.episodes, held, question)
    yield* tellAll([...notes, ...unfinished(asked, now)])
    const isSuppressed = Option.getOrElse(given.suppress, () => chosenFormat !== "json")
    const [counted, ...compared] = months as readonly [CountedMonth, ...ReadonlyArray<CountedMonth>]
    const reported = {
      ...reportedMonth(counted, chosen, isSuppressed),
      ...(isCompared ? { performance: performanceOf(compared, chosen, isSuppressed) } : {})
    }
    yield* writeContent(yield* writtenAs(chosenFormat, reported), given.out)
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
