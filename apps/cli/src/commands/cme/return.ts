import { censusReturnOf, suppressCensusReturn } from "@safe-return/domain/education"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { dayIn, today } from "../../input/dayOption.ts"
import { caseReferences } from "../../input/episodeOptions.ts"
import { cases, readCases } from "../../input/readCases.ts"
import { censusReturnAnswer, censusReturnInWords } from "../../output/censusReturnAnswer.ts"
import { tell } from "../../output/print.ts"
import { out, writeContent } from "../../output/writeOut.ts"
import { json, suppress } from "../options.ts"
import { formatAmong } from "../reportFormat.ts"
import { checkCsvOptions, csvFlags, returnCsv } from "./returnCsv.ts"

export const censusDay = Flag.String("census-day").pipe(
  Flag.withDescription("The day that is counted, at its end, such as 2026-10-01")
)

const format = Flag.Literals("format", ["json", "csv"]).pipe(
  Flag.withDescription(
    "json: the published shape, for scripts; csv: the columns of DfE's published table (default: text for people)"
  ),
  Flag.optional
)

export const censusReturn = Command.make(
  "return",
  { cases, censusDay, format, ...csvFlags, suppress, out, caseReferences, json },
  Effect.fn("cmeReturn")(function* (given) {
    const chosen = yield* formatAmong(given)
    yield* checkCsvOptions(given, chosen === "csv")
    const day = yield* dayIn("--census-day", given.censusDay)
    const isSuppressed = Option.getOrElse(given.suppress, () => chosen !== "json")
    const lines = yield* readCases({ ...given, day, isSuppressed })
    if (day > (yield* today)) yield* tell(`${londonDayInFull(day)} has not come yet.`)
    const census = censusReturnOf(
      lines.map(({ row }) => row),
      day
    )
    const shown = isSuppressed ? suppressCensusReturn(census) : census
    if (chosen === "csv") return yield* writeContent(yield* returnCsv(census, given, isSuppressed), given.out)
    const text =
      chosen === "json" ? JSON.stringify(censusReturnAnswer(shown), null, 2) : censusReturnInWords(shown, isSuppressed)
    yield* writeContent(`${text}\n`, given.out)
  })
).pipe(
  Command.withDescription("Children missing education on a census day, with DfE's labels in DfE's order"),
  Command.withExamples([
    { command: "safe-return cme return --cases cases.csv --census-day 2026-10-01", description: "For people" },
    { command: "safe-return cme return --cases cases.csv --census-day 2026-10-01 --json", description: "For scripts" },
    {
      command:
        "safe-return cme return --cases cases.csv --census-day 2026-10-01 --format csv --no-suppress --la-code E08000018 --la-name Rotherham",
      description: "In the columns of DfE's published table, whole"
    },
    {
      command: "safe-return cme return --cases cases.csv --census-day 2026-10-01 --no-suppress",
      description: "Every count, for those who may see the children's records"
    }
  ])
)
