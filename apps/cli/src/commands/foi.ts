import { addDays, londonDayOf } from "@safe-return/domain/calendar"
import { packOn, scorecardRulesOf } from "@safe-return/domain/policy"
import { addMonths, type Month, parseMonth, startOfMonth } from "@safe-return/domain/scorecard"
import { badInput } from "@safe-return/exchange"
import {
  parseYear,
  type QuestionFormat,
  type QuestionYear,
  questionFormats,
  questionsInWords,
  questionsOf,
  scorecardOf,
  writeQuestions
} from "@safe-return/report"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { choosePolicy } from "../input/choosePolicy.ts"
import { countTable } from "../input/countTable.ts"
import { asOf, caseReferences, episodes, momentOf, patternsOf } from "../input/episodeOptions.ts"
import { checkTerminal } from "../output/checkTerminal.ts"
import { tellAll } from "../output/print.ts"
import { out, writeContent } from "../output/writeOut.ts"
import { suppress } from "./options.ts"

const year = Flag.String("year").pipe(
  Flag.withDescription("A financial year, April to March, such as 2025-26; or a calendar year, such as 2025")
)

const policy = Flag.String("policy").pipe(
  Flag.withDescription(
    "The one policy for every episode: a policy file (JSON), or the name of a pack that comes with us (default: Rotherham's, as it was in force on the year's last day)"
  ),
  Flag.optional
)

const format = Flag.Literals("format", questionFormats).pipe(
  Flag.withDescription("html: one page; csv: a line a figure; xlsx: a workbook (default: text)"),
  Flag.optional
)

const notAYear = badInput({ field: "--year", message: "This is not a year. Write it as 2025-26, or as 2025." })

/** The month with which the year ends. */
const lastOf = ({ months }: QuestionYear): Month =>
  Option.getOrThrow(Option.flatMap(Option.fromUndefinedOr(months.at(-1)), parseMonth))

export const foi = Command.make(
  "foi",
  { episodes, year, policy, asOf, format, suppress, out, caseReferences },
  Effect.fn("foi")(function* (given) {
    const chosen: QuestionFormat | undefined = Option.getOrUndefined(given.format)
    yield* checkTerminal(chosen, Option.isSome(given.out))
    const asked = yield* Effect.mapError(Effect.fromOption(parseYear(given.year)), () => notAYear)
    const end = startOfMonth(addMonths(lastOf(asked), 1))
    const by = yield* Option.match(given.policy, {
      onNone: () => Effect.succeed(packOn("rotherham", addDays(londonDayOf(end), -1))),
      onSome: choosePolicy
    })
    const held = yield* patternsOf(given.caseReferences)
    const now = yield* momentOf(given.asOf)
    const { months, notes } = yield* countTable(given.episodes, held, { months: asked.months, asOf: now, policy: by })
    const isOver = now >= end
    yield* tellAll([...notes, ...(isOver ? [] : [`The year was not over on ${londonDateTimeInFull(now)}.`])])
    const isSuppressed = Option.getOrElse(given.suppress, () => true)
    const { interview } = by
    const answers = questionsOf(
      asked,
      {
        scorecards: months.map((month) => scorecardOf(month, by, isSuppressed)),
        percentFrom: scorecardRulesOf(by).percentFrom.value,
        hours: interview.hours.value,
        workingDays: interview.workingDays.value
      },
      isSuppressed
    )
    const written =
      chosen === undefined
        ? `${questionsInWords(answers)}\n`
        : yield* Effect.promise(() => writeQuestions(answers, chosen))
    yield* writeContent(written, given.out)
  })
).pipe(
  Command.withDescription(
    "Ten questions that councils are asked each year under freedom of information, answered from an episode table, each with its definition"
  ),
  Command.withExamples([
    { command: "safe-return foi --episodes episodes.csv --year 2025-26", description: "As text" },
    {
      command: "safe-return foi --episodes episodes.csv --year 2025-26 --format html --out answers.html",
      description: "One page"
    }
  ])
)
