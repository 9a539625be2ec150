import { englandAndWales } from "@safe-return/domain/calendar"
import { countSchoolDays } from "@safe-return/domain/education"
import { badInput, readTermDates } from "@safe-return/exchange"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { dayIn } from "../input/dayOption.ts"
import { columnNotes } from "../input/episodeOptions.ts"
import { openFile } from "../input/openFile.ts"
import { print, printJson, tell } from "../output/print.ts"
import { schoolDaysAnswer, schoolDaysInWords } from "../output/schoolDaysAnswer.ts"
import { json } from "./options.ts"

const from = Argument.String("from").pipe(
  Argument.withDescription("The day to count from, such as 2026-10-16; itself not counted")
)

const count = Flag.Int("count").pipe(Flag.withDescription("How many school days, from 1 to 200"))

const terms = Flag.String("terms").pipe(
  Flag.withDescription(
    "Term dates, NDJSON or .csv with kind (term, holiday or inset), from, to, name, school, source; - reads standard input"
  )
)

const school = Flag.String("school").pipe(
  Flag.withDescription("A school whose own dates come before the council's (default: the council's alone)"),
  Flag.optional
)

const isFromCounted = Flag.Boolean("count-from").pipe(
  Flag.withDescription("Count the day itself too, if it is a school day"),
  Flag.withoutNegation,
  Flag.withDefault(false)
)

export const schoolDays = Command.make(
  "school-days",
  { from, count, terms, school, isFromCounted, json },
  Effect.fn("schoolDays")(function* (given) {
    const day = yield* dayIn("from", given.from)
    const own = Option.getOrUndefined(given.school)
    const source = yield* openFile(given.terms)
    const { dates, ...columns } = yield* readTermDates(source)
    const used = dates.filter((date) => date.school === undefined || date.school === own)
    const counted = yield* Effect.mapError(
      Effect.fromResult(
        countSchoolDays({
          dates: used,
          school: own,
          from: day,
          isFromCounted: given.isFromCounted,
          count: given.count
        })
      ),
      ({ message }) => badInput({ field: "--count", message })
    )
    const isUnknown = own !== undefined && !dates.some((date) => date.school === own)
    const { unknownColumns } = columns
    const notes = [
      ...columnNotes({ unknownColumns, absentColumns: [] }),
      ...(isUnknown ? ["no dates of that school's own, so the council's alone were counted by"] : [])
    ].map((note) => `${source.file}: ${note}`)
    if (notes.length > 0) yield* tell(notes.join("\n"))
    const answer = {
      from: day,
      isFromCounted: given.isFromCounted,
      asked: given.count,
      school: own,
      sources: [...new Set(used.map((date) => date.source))],
      calendar: englandAndWales,
      counted
    }
    yield* given.json ? printJson(schoolDaysAnswer(answer)) : print(schoolDaysInWords(answer))
  })
).pipe(
  Command.withDescription(
    "School days counted on term dates, each day explained; where the dates have a gap it is said"
  ),
  Command.withExamples([
    { command: "safe-return school-days 2026-10-16 --count 10 --terms terms.csv", description: "For people" },
    {
      command: "safe-return school-days 2026-10-16 --count 20 --terms terms.csv --school 'Made-up Academy' --json",
      description: "For scripts, by a school's own dates"
    }
  ])
)
