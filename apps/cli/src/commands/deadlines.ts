import { type Instant, InstantFromIso, Nation, type Nation as NationName, nations } from "@safe-return/domain/calendar"
import type { Policy } from "@safe-return/domain/policy"
import { gatherRows, type TableSource } from "@safe-return/exchange"
import { Effect, Option, Schema, Stream } from "effect"
import { Command, Flag } from "effect/cli"
import { choosePolicy } from "../input/choosePolicy.ts"
import { openFile } from "../input/openFile.ts"
import { deadlineAnswer, onDaysOf } from "../output/deadlineAnswer.ts"
import { printAll } from "../output/print.ts"
import { withProgress } from "../output/progress.ts"
import { json, nation, policy } from "./options.ts"

const file = Flag.String("file").pipe(
  Flag.withDescription(
    "Returns, one a line: NDJSON or .csv with returnedAt and, if you like, nation; - reads standard input"
  )
)

const ReturnRow = Schema.Struct({ returnedAt: InstantFromIso, nation: Schema.optionalKey(Nation) })
const decode = Schema.decodeUnknownResult(ReturnRow, { errors: "all" })

const shape = { columns: Object.keys(ReturnRow.fields), required: ["returnedAt"] }

/** What was read: two numbers a line, so that a million returns fit in a few megabytes. */
interface Returns {
  readonly times: Array<Instant>
  /** Places in the list of nations. */
  readonly places: Array<number>
}

/** Every return of the file. All are read before an answer is written: one line that is wrong, and nothing is. */
const readReturns = Effect.fn("readReturns")(function* <E, R>(source: TableSource<E, R>, standard: NationName) {
  const returns: Returns = { times: [], places: [] }
  yield* gatherRows(source, {
    shape,
    decode,
    keep: ({ row }) => {
      returns.times.push(row.returnedAt)
      returns.places.push(nations.indexOf(row.nation ?? standard))
      return undefined
    }
  })
  return returns
})

const LINES_AT_A_TIME = 256

/** The answers as blocks of text, made only as fast as they are taken. */
function* answers({ times, places }: Returns, chosen: Policy): Generator<string> {
  const policies = nations.map((name) => onDaysOf(name, chosen))
  for (let from = 0; from < times.length; from += LINES_AT_A_TIME) {
    const lines = times.slice(from, from + LINES_AT_A_TIME).map((returnedAt, at) => {
      const counted = policies[places[from + at] ?? 0] ?? chosen
      return `${JSON.stringify(deadlineAnswer(returnedAt, counted))}\n`
    })
    yield lines.join("")
  }
}

export const deadlines = Command.make(
  "deadlines",
  { file, nation, policy, json },
  Effect.fn("deadlines")(function* (given) {
    const chosen = yield* choosePolicy(given.policy)
    const source = yield* openFile(given.file)
    const standard = Option.getOrElse(given.nation, () => chosen.interview.calendar)
    const returns = yield* readReturns(yield* withProgress(source), standard)
    yield* printAll(Stream.suspend(() => Stream.fromIterable(answers(returns, chosen), { chunkSize: 1 })))
  })
).pipe(
  Command.withDescription("Both deadlines for every return in a file: one line of JSON out for each line in"),
  Command.withExamples([
    { command: "safe-return deadlines --file returns.ndjson", description: "From a file" },
    { command: "safe-return deadlines --file - < returns.ndjson", description: "From standard input" }
  ])
)
