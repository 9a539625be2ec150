import { type Calendars, type Instant, nations } from "@safe-return/domain/calendar"
import type { Policy } from "@safe-return/domain/policy"
import { Effect, Option, Stream } from "effect"
import { Command } from "effect/cli"
import { chooseCalendars } from "../input/chooseCalendars.ts"
import { choosePolicy } from "../input/choosePolicy.ts"
import { readReturns, returnsFile, standardInputOnce } from "../input/readReturns.ts"
import { deadlineAnswer, onDaysOf } from "../output/deadlineAnswer.ts"
import { printAll } from "../output/print.ts"
import { json, nation, overrides, policy } from "./options.ts"

/** What was read: two numbers a line, so that a million returns fit in a few megabytes. */
interface Returns {
  readonly times: Array<Instant>
  /** Places in the list of nations. */
  readonly places: Array<number>
}

/** Few, so that what is being written out outlives no collection of short-lived memory. */
const LINES_AT_A_TIME = 32

/** The answers as blocks of text, made only as fast as they are taken. */
function* answers({ times, places }: Returns, chosen: Policy, on: Calendars): Generator<string> {
  const policies = nations.map((name) => onDaysOf(name, chosen))
  for (let from = 0; from < times.length; from += LINES_AT_A_TIME) {
    const lines = times.slice(from, from + LINES_AT_A_TIME).map((returnedAt, at) => {
      const counted = policies[places[from + at] ?? 0] ?? chosen
      return `${JSON.stringify(deadlineAnswer(returnedAt, counted, on))}\n`
    })
    yield lines.join("")
  }
}

export const deadlines = Command.make(
  "deadlines",
  { file: returnsFile, nation, policy, overrides, json },
  Effect.fn("deadlines")(function* (given) {
    const chosen = yield* choosePolicy(given.policy)
    const standard = Option.getOrElse(given.nation, () => chosen.interview.calendar.value)
    yield* standardInputOnce(given.file, given.overrides)
    const on = yield* chooseCalendars(given.overrides, standard)
    const returns: Returns = { times: [], places: [] }
    yield* readReturns(given.file, ({ returnedAt, nation: named = standard }) => {
      returns.times.push(returnedAt)
      returns.places.push(nations.indexOf(named))
    })
    yield* printAll(Stream.suspend(() => Stream.fromIterable(answers(returns, chosen, on), { chunkSize: 1 })))
  })
).pipe(
  Command.withDescription("Both deadlines for every return in a file: one line of JSON out for each line in"),
  Command.withExamples([
    { command: "safe-return deadlines --file returns.ndjson", description: "From a file" },
    { command: "safe-return deadlines --file - < returns.ndjson", description: "From standard input" }
  ])
)
