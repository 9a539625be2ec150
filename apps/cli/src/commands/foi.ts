import { scorecardRulesOf } from "@safe-return/domain/policy"
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
import { councilPolicies, namedPolicy } from "../input/councilPolicies.ts"
import { countTable } from "../input/countTable.ts"
import { asOf, caseReferences, episodes, momentOf, patternsOf } from "../input/episodeOptions.ts"
import { checkTerminal } from "../output/checkTerminal.ts"
import { tell, tellAll } from "../output/print.ts"
import { out, writeContent } from "../output/writeOut.ts"
import { suppress } from "./options.ts"

const year = Flag.String("year").pipe(
  Flag.withDescription("A financial year, April to March, such as 2025-26; or a calendar year, such as 2025")
)

const policy = Flag.String("policy").pipe(
  Flag.withDescription(
    "With every count: the one policy for every episode, a policy file (JSON) or the name of a pack that comes with us (default: of those in SAFE_RETURN_POLICY, else Rotherham's, the one in force on the last day; with small counts withheld there is no other)"
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
    const isSuppressed = Option.getOrElse(given.suppress, () => true)
    const named = yield* namedPolicy(given.policy, isSuppressed)
    const publishedBy = yield* councilPolicies()
    const by = named ?? publishedBy(lastOf(asked))
    const held = yield* patternsOf(given.caseReferences)
    const now = yield* momentOf(given.asOf)
    if (now < end) yield* tell(`The year was not over on ${londonDateTimeInFull(now)}.`)
    const question = { months: asked.months, asOf: now, policy: by, ...(isSuppressed ? { publishedBy } : {}) }
    const { months, notes } = yield* countTable(given.episodes, held, question, isSuppressed)
    yield* tellAll(notes)
    const { interview } = by
    const answers = questionsOf(
      asked,
      {
        scorecards: months.map((month) => scorecardOf(month, isSuppressed)),
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
