import type { CivilDay } from "@safe-return/domain/calendar"
import {
  educationScorecardOf,
  firstDayOf,
  lastDayOf,
  parseQuarter,
  type Quarter,
  quarterInWords,
  type SuppressedEducationScorecard,
  suppressEducationScorecard
} from "@safe-return/domain/education"
import { badInput } from "@safe-return/exchange/reading"
import { educationReportOf, writeReport } from "@safe-return/report"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import { dayOrToday } from "../../input/dayOption.ts"
import { caseReferences } from "../../input/episodeOptions.ts"
import { cases, readCases } from "../../input/readCases.ts"
import { checkTerminal } from "../../output/checkTerminal.ts"
import { educationScorecardAnswer, educationScorecardInWords } from "../../output/educationScorecardAnswer.ts"
import { tell } from "../../output/print.ts"
import { out, writeContent } from "../../output/writeOut.ts"
import { json, suppress } from "../options.ts"
import { format, formatAmong, type ScorecardFormat } from "../reportFormat.ts"

const quarter = Flag.String("quarter").pipe(
  Flag.withDescription("A quarter of the financial year, such as 2018-19-Q4: January to March 2019")
)

const asOf = Flag.String("as-of").pipe(
  Flag.withDescription("Count what was known at the end of this day, such as 2019-03-31 (default: today)"),
  Flag.optional
)

const notAQuarter = badInput({
  field: "--quarter",
  message: "This is not a quarter of a financial year. Write it as 2018-19-Q4: January to March 2019."
})

/** What a reader of the numbers has to know: never an error, never on standard output. */
const unfinished = (asked: Quarter, day: CivilDay): ReadonlyArray<string> => {
  if (day < firstDayOf(asked)) return [`${quarterInWords(asked)} had not begun on ${londonDayInFull(day)}.`]
  return day < lastDayOf(asked) ? [`${quarterInWords(asked)} was not over on ${londonDayInFull(day)}.`] : []
}

const writtenAs = (
  chosen: ScorecardFormat | undefined,
  shown: SuppressedEducationScorecard,
  isSuppressed: boolean
): Effect.Effect<string | Uint8Array> => {
  if (chosen === undefined) return Effect.succeed(`${educationScorecardInWords(shown, isSuppressed)}\n`)
  if (chosen === "json") return Effect.succeed(`${JSON.stringify(educationScorecardAnswer(shown), null, 2)}\n`)
  return Effect.promise(() => writeReport(educationReportOf(shown, isSuppressed), chosen))
}

export const cmeScorecard = Command.make(
  "scorecard",
  { cases, quarter, asOf, format, suppress, out, caseReferences, json },
  Effect.fn("cmeScorecard")(function* (given) {
    const chosen = yield* formatAmong(given)
    yield* checkTerminal(chosen, Option.isSome(given.out))
    const day = yield* dayOrToday("--as-of", given.asOf)
    const asked = yield* Effect.mapError(Effect.fromOption(parseQuarter(given.quarter)), () => notAQuarter)
    const isSuppressed = Option.getOrElse(given.suppress, () => chosen !== "json")
    const lines = yield* readCases({ ...given, day, isSuppressed })
    const notes = unfinished(asked, day)
    if (notes.length > 0) yield* tell(notes.join("\n"))
    const rows = lines.map(({ row }) => row)
    const scorecard = Result.getOrThrow(educationScorecardOf(rows, { quarter: given.quarter, asOf: day }))
    const shown = isSuppressed ? suppressEducationScorecard(scorecard) : scorecard
    yield* writeContent(yield* writtenAs(chosen, shown, isSuppressed), given.out)
  })
).pipe(
  Command.withDescription(
    "A quarter of children missing education: new, returning, open and closed cases, and eight quarters of trend"
  ),
  Command.withExamples([
    { command: "safe-return cme scorecard --cases cases.csv --quarter 2018-19-Q4", description: "For people" },
    { command: "safe-return cme scorecard --cases cases.csv --quarter 2018-19-Q4 --json", description: "For scripts" },
    {
      command: "safe-return cme scorecard --cases cases.csv --quarter 2018-19-Q4 --format html --out quarter.html",
      description: "A page with pictures, for screen and paper"
    },
    {
      command: "safe-return cme scorecard --cases cases.csv --quarter 2018-19-Q4 --no-suppress",
      description: "Every count, for those who may see the children's records"
    }
  ])
)
