import { parseInstant } from "@safe-return/domain/calendar"
import { badInput } from "@safe-return/exchange/reading"
import { Effect, Option } from "effect"
import { Argument, Command } from "effect/cli"
import { chooseCalendars } from "../input/chooseCalendars.ts"
import { choosePolicy } from "../input/choosePolicy.ts"
import { deadlineAnswer, deadlineInWords, onDaysOf } from "../output/deadlineAnswer.ts"
import { print, printJson } from "../output/print.ts"
import { json, nation, overrides, policy } from "./options.ts"

const returnedAt = Argument.String("returned-at").pipe(
  Argument.withDescription("When the child returned: date, time and offset, such as 2026-12-23T20:00:00Z")
)

const notAMoment = badInput({
  field: "returned-at",
  message:
    "This is not a date and time with an offset. Write it as 2026-12-23T20:00:00Z, or 2026-07-01T18:00:00+01:00 in summer."
})

export const deadline = Command.make(
  "deadline",
  { returnedAt, nation, policy, overrides, json },
  Effect.fn("deadline")(function* (given) {
    const instant = yield* Effect.fromOption(parseInstant(given.returnedAt)).pipe(Effect.mapError(() => notAMoment))
    const chosen = yield* choosePolicy(given.policy)
    const counted = onDaysOf(
      Option.getOrElse(given.nation, () => chosen.interview.calendar.value),
      chosen
    )
    const on = yield* chooseCalendars(given.overrides, counted.interview.calendar.value)
    yield* given.json ? printJson(deadlineAnswer(instant, counted, on)) : print(deadlineInWords(instant, counted, on))
  })
).pipe(
  Command.withDescription("Both deadlines of the return home interview for one return, each day explained"),
  Command.withExamples([
    { command: "safe-return deadline 2026-12-23T20:00:00Z", description: "For people" },
    { command: "safe-return deadline 2026-12-23T20:00:00Z --nation scotland --json", description: "For scripts" }
  ])
)
