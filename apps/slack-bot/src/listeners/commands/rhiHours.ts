import { Instant } from "@safe-return/domain/calendar"
import { Availabilities } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import { plainly } from "../../messages/MessageContent.ts"
import { People } from "../../people/People.ts"
import { patternInWords } from "../../words/away.ts"
import { personInWords } from "../../words/person.ts"
import { HoldsNoRole } from "../explain.ts"
import type { CommandHandler } from "./CommandHandler.ts"
import type { HoursCommand } from "./parseHours.ts"

/** `/rhi hours [@person] <days and hours>`: shown to whoever gives them an interview; nobody is told less for it. */
export const rhiHours: CommandHandler<HoursCommand> = {
  permission: "change-availability",
  whose: ({ command, person }) => command.whose ?? person,
  handle: Effect.fn("rhiHours")(function* ({ command: { whose, pattern }, person: by }) {
    const person = whose ?? by
    const people = yield* People
    if ((yield* people.rolesOf(person)).size === 0) return yield* new HoldsNoRole({ field: "person" })
    const availabilities = yield* Availabilities
    const at = Instant(yield* Clock.currentTimeMillis)
    yield* availabilities.change({
      person,
      by,
      at,
      to: ({ away }) => ({ away, ...(pattern === undefined ? {} : { pattern }) })
    })
    const who = personInWords(person)
    return Option.some(
      plainly(
        pattern === undefined
          ? `When ${who} works is known no longer.`
          : `${who} ${patternInWords(pattern)}. Whoever gives them an interview sees it.`
      )
    )
  })
}
