import { calendars, formatCivilDay, formatInstant } from "@safe-return/domain/calendar"
import { type MovedDeadline, movedDeadlines, type OpenDeadline } from "@safe-return/domain/deadlines"
import { londonDateTimeInFull, londonDayInFull } from "@safe-return/wording/londonDates"
import { Effect, Option } from "effect"
import { Command } from "effect/cli"
import { chooseCalendars } from "../input/chooseCalendars.ts"
import { choosePolicy } from "../input/choosePolicy.ts"
import { readReturns, returnsFile, standardInputOnce } from "../input/readReturns.ts"
import { onDaysOf } from "../output/deadlineAnswer.ts"
import { count, print, printJsonList } from "../output/print.ts"
import { json, nation, overridesFile, policy } from "./options.ts"

/** The deadline of one line of the file of returns. */
interface LineDeadline extends OpenDeadline {
  readonly line: number
}

type LineChange = MovedDeadline<LineDeadline>

const dueAnswer = ({ dueDay, dueAt }: LineChange["from"]) => ({
  dueDate: formatCivilDay(dueDay),
  dueAt: formatInstant(dueAt)
})

const movedAnswer = ({ deadline, from, to }: LineChange) => ({
  line: deadline.line,
  returnedAt: formatInstant(deadline.from),
  from: dueAnswer(from),
  to: dueAnswer(to)
})

const movedInWords = ({ deadline, from, to }: LineChange): string =>
  `  line ${deadline.line}: returned ${londonDateTimeInFull(deadline.from)}; from ${londonDayInFull(from.dueDay)} to ${londonDayInFull(to.dueDay)}`

export const moved = Command.make(
  "moved",
  { file: returnsFile, overrides: overridesFile, nation, policy, json },
  Effect.fn("moved")(function* (given) {
    const chosen = yield* choosePolicy(given.policy)
    const standard = Option.getOrElse(given.nation, () => chosen.interview.calendar.value)
    const overrides = Option.some(given.overrides)
    yield* standardInputOnce(given.file, overrides)
    const on = yield* chooseCalendars(overrides, standard)
    const open: Array<LineDeadline> = []
    yield* readReturns(given.file, ({ returnedAt, nation: named = standard, line }) => {
      open.push({ line, from: returnedAt, policy: onDaysOf(named, chosen) })
    })
    const found = movedDeadlines(open, calendars[standard], on[standard])
    if (given.json) return yield* printJsonList(found.map(movedAnswer))
    yield* print(
      [
        `${found.length} of ${count(open.length, "working-day deadline")} would move. The ${chosen.interview.hours.value} hours never do.`,
        ...found.map(movedInWords)
      ].join("\n")
    )
  })
).pipe(
  Command.withDescription("Which working-day deadlines a council's own days would move, before they are taken up"),
  Command.withExamples([{ command: "safe-return moved --file returns.ndjson --overrides days.csv" }])
)
