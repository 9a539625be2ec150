import { censusReturnOf, suppressCensusReturn } from "@safe-return/domain/education"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { dayIn, today } from "../../input/dayOption.ts"
import { caseReferences } from "../../input/episodeOptions.ts"
import { cases, readCases } from "../../input/readCases.ts"
import { censusReturnAnswer, censusReturnInWords } from "../../output/censusReturnAnswer.ts"
import { print, printJson, tell } from "../../output/print.ts"
import { json, suppress } from "../options.ts"

export const censusDay = Flag.String("census-day").pipe(
  Flag.withDescription("The day that is counted, at its end, such as 2026-10-01")
)

export const censusReturn = Command.make(
  "return",
  { cases, censusDay, caseReferences, suppress, json },
  Effect.fn("cmeReturn")(function* (given) {
    const day = yield* dayIn("--census-day", given.censusDay)
    const lines = yield* readCases({ ...given, day })
    if (day > (yield* today)) yield* tell(`${londonDayInFull(day)} has not come yet.`)
    const census = censusReturnOf(
      lines.map(({ row }) => row),
      day
    )
    const isSuppressed = Option.getOrElse(given.suppress, () => !given.json)
    const shown = isSuppressed ? suppressCensusReturn(census) : census
    yield* given.json ? printJson(censusReturnAnswer(shown)) : print(censusReturnInWords(shown, isSuppressed))
  })
).pipe(
  Command.withDescription("Children missing education on a census day, with DfE's labels in DfE's order"),
  Command.withExamples([
    { command: "safe-return cme return --cases cases.csv --census-day 2026-10-01", description: "For people" },
    { command: "safe-return cme return --cases cases.csv --census-day 2026-10-01 --json", description: "For scripts" },
    {
      command: "safe-return cme return --cases cases.csv --census-day 2026-10-01 --no-suppress",
      description: "Every count, for those who may see the children's records"
    }
  ])
)
