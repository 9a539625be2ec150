import { censusGapsOf } from "@safe-return/domain/education"
import { badInput } from "@safe-return/exchange/reading"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { dayIn } from "../../input/dayOption.ts"
import { caseReferences } from "../../input/episodeOptions.ts"
import { cases, readCases } from "../../input/readCases.ts"
import { censusGapsAnswer, censusGapsInWords } from "../../output/censusGapsAnswer.ts"
import { print, printJson } from "../../output/print.ts"
import { json } from "../options.ts"
import { censusDay } from "./return.ts"

const previous = Flag.String("previous").pipe(
  Flag.withDescription("The census day before, such as 2026-05-21: say what changed since"),
  Flag.optional
)

const notEarlier = badInput({
  field: "--previous",
  message: "This is not before the census day. Give the day of the return before it."
})

export const censusGaps = Command.make(
  "gaps",
  { cases, censusDay, previous, caseReferences, json },
  Effect.fn("cmeGaps")(function* (given) {
    const day = yield* dayIn("--census-day", given.censusDay)
    const before = Option.isNone(given.previous) ? undefined : yield* dayIn("--previous", given.previous.value)
    if (before !== undefined && before >= day) return yield* notEarlier
    const lines = yield* readCases({ ...given, day })
    const gaps = censusGapsOf(
      lines.map(({ row }) => row),
      day,
      before
    )
    yield* given.json ? printJson(censusGapsAnswer(gaps)) : print(censusGapsInWords(gaps))
  })
).pipe(
  Command.withDescription(
    "What to ask for before a return is sent: open cases without a start, a reason, a sex or a year group, case by case"
  ),
  Command.withExamples([
    { command: "safe-return cme gaps --cases cases.csv --census-day 2026-10-01", description: "For people" },
    {
      command: "safe-return cme gaps --cases cases.csv --census-day 2026-10-01 --previous 2026-05-21 --json",
      description: "For scripts, with what changed since the return before"
    }
  ])
)
