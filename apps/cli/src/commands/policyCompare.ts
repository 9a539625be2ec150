import { calendars, type Instant } from "@safe-return/domain/calendar"
import type { Policy } from "@safe-return/domain/policy"
import { comparePolicies, raisedByMonth, suppressRaised, yearUpTo } from "@safe-return/domain/policyComparison"
import type { ChildHistory } from "@safe-return/domain/risk"
import { badInput } from "@safe-return/exchange/reading"
import { type ComparedPolicies, comparisonOf, questionFormats, writeQuestions } from "@safe-return/report"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { choosePolicy } from "../input/choosePolicy.ts"
import { asOf, caseReferences, episodes } from "../input/episodeOptions.ts"
import { readHistories } from "../input/readHistories.ts"
import { checkTerminal } from "../output/checkTerminal.ts"
import { differenceAnswer } from "../output/differenceAnswer.ts"
import { count, printJsonList } from "../output/print.ts"
import { raisedAnswer, raisedInWords } from "../output/raisedAnswer.ts"
import { out, writeContent, writeOut } from "../output/writeOut.ts"
import { json, pack } from "./options.ts"

const format = Flag.Literals("format", questionFormats).pipe(
  Flag.withDescription(
    "What would have been raised by month, with no child in it; html: one page; csv: a line a figure; xlsx: a workbook (default: text, which names children too)"
  ),
  Flag.optional
)

const suppress = Flag.Boolean("suppress").pipe(
  Flag.withDescription("Withhold counts of 1 to 4 by month and what would give them back (default)"),
  Flag.withDefault(true)
)

const twoFormats = badInput({
  field: "--json",
  message: "Give --json, which lists each difference too, or --format, which has the months alone."
})

const raisedOf = (
  from: Policy,
  to: Policy,
  histories: Iterable<ChildHistory>,
  now: Instant,
  isSuppressed: boolean
): ComparedPolicies => {
  const triggers = raisedByMonth(from, to, histories, now, calendars)
  return {
    from,
    to,
    asOf: now,
    months: yearUpTo(now),
    triggers: isSuppressed ? suppressRaised(triggers, [from, to]) : triggers,
    isSuppressed
  }
}

export const compare = Command.make(
  "compare",
  { a: pack("a"), b: pack("b"), episodes, asOf, caseReferences, format, suppress, out, json },
  Effect.fn("policyCompare")(function* (given) {
    const chosen = Option.getOrUndefined(given.format)
    if (given.json && chosen !== undefined) return yield* twoFormats
    yield* checkTerminal(chosen, Option.isSome(given.out))
    const a = yield* choosePolicy(given.a)
    const b = yield* choosePolicy(given.b)
    const { histories, now } = yield* readHistories({
      ...given,
      policy: a,
      isSuppressed: given.suppress && chosen !== undefined
    })
    const raised = raisedOf(a, b, histories, now, given.suppress)
    if (chosen !== undefined) {
      const content = yield* Effect.promise(() => writeQuestions(comparisonOf(raised), chosen))
      return yield* writeContent(content, given.out)
    }
    const differences = comparePolicies(a, b, histories, now, calendars)
    if (given.json) {
      const answers = [...differences.map(differenceAnswer), ...raised.triggers.map(raisedAnswer)]
      return yield* Option.isSome(given.out)
        ? writeOut(JSON.stringify(answers, null, 2), given.out)
        : printJsonList(answers)
    }
    yield* writeOut(
      [
        `From ${a.title} (${a.id}) to ${b.title} (${b.id}): ${count(differences.length, "difference")}`,
        ...differences.map(({ words }) => `  ${words}`),
        ...raisedInWords(raised)
      ].join("\n"),
      given.out
    )
  })
).pipe(
  Command.withDescription(
    "What would be different for the children of an episode table under policy B instead of A, and what would have been raised in each month of the last year"
  ),
  Command.withExamples([
    { command: "safe-return policy compare rotherham derbyshire --episodes episodes.csv" },
    {
      command:
        "safe-return policy compare rotherham our-policy.json --episodes episodes.csv --format html --out what-if.html",
      description: "The last year by month, as a page"
    }
  ])
)
