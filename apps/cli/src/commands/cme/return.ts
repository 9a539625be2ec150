import { censusReturnOf } from "@safe-return/domain/education"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { dayIn, today } from "../../input/dayOption.ts"
import { caseReferences } from "../../input/episodeOptions.ts"
import { cases, readCases } from "../../input/readCases.ts"
import { censusReturnAnswer, censusReturnInWords } from "../../output/censusReturnAnswer.ts"
import { print, printJson, tell } from "../../output/print.ts"
import { json } from "../options.ts"

export const censusDay = Flag.String("census-day").pipe(
  Flag.withDescription("The day that is counted, at its end, such as 2026-10-01")
)

export const censusReturn = Command.make(
  "return",
  { cases, censusDay, caseReferences, json },
  Effect.fn("cmeReturn")(function* (given) {
    const day = yield* dayIn("--census-day", given.censusDay)
    const lines = yield* readCases({ ...given, day })
    if (day > (yield* today)) yield* tell(`${londonDayInFull(day)} has not come yet.`)
    const census = censusReturnOf(
      lines.map(({ row }) => row),
      day
    )
    yield* given.json ? printJson(censusReturnAnswer(census)) : print(censusReturnInWords(census))
  })
).pipe(
  Command.withDescription("Children missing education on a census day, with DfE's labels in DfE's order"),
  Command.withExamples([
    { command: "safe-return cme return --cases cases.csv --census-day 2026-10-01", description: "For people" },
    { command: "safe-return cme return --cases cases.csv --census-day 2026-10-01 --json", description: "For scripts" }
  ])
)
