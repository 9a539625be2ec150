import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import { awayOn, withReturnOn } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { Availabilities } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import { plainly } from "../../blocks/blocks.ts"
import { awayView } from "../../forms/away/awayView.ts"
import type { CommandHandler, CommandRequest } from "../../handlers/Handler.ts"
import { personInWords } from "../../words/person.ts"
import type { AwayCommand } from "./parseAway.ts"
import { readDaysAway } from "./readDay.ts"

type Typed<Tag extends AwayCommand["_tag"]> = Extract<AwayCommand, { readonly _tag: Tag }>

const whoseIs = ({ command, person }: CommandRequest<AwayCommand>): PersonId => command.whose ?? person

const asOf = Effect.map(Clock.currentTimeMillis, Instant)

/** `/rhi away [@person] [days] [leave|sickness|other] [cover @person]`: shown with first and last day, to be confirmed. */
export const rhiAway: CommandHandler<Typed<"Away">> = {
  permission: "change-availability",
  whose: whoseIs,
  handle: Effect.fn("rhiAway")(function* (request) {
    const { command, openForm } = request
    const at = yield* asOf
    const days = readDaysAway(command.when, at)
    if ("_tag" in days) return Option.some(plainly(days.sentence))
    const { cover, for: reason } = command
    yield* openForm(
      awayView({
        ...days,
        person: whoseIs(request),
        for: reason,
        ...(cover === undefined ? {} : { cover }),
        isTyped: true
      })
    )
    return Option.none()
  })
}

/** `/rhi back [@person]` */
export const rhiBack: CommandHandler<Typed<"Back">> = {
  permission: "change-availability",
  whose: whoseIs,
  handle: Effect.fn("rhiBack")(function* (request) {
    const person = whoseIs(request)
    const at = yield* asOf
    const today = londonDayOf(at)
    const availabilities = yield* Availabilities
    const known = (yield* availabilities.all).get(person)
    const who = personInWords(person)
    const isAway = known !== undefined && awayOn(known, today) !== undefined
    const isPlanned = known?.away.some(({ from }) => from > today) === true
    if (!isAway && !isPlanned) return Option.some(plainly(`${who} was not away. Nothing was changed.`))
    yield* availabilities.change({ person, by: request.person, at, to: (before) => withReturnOn(before, today) })
    return Option.some(
      plainly(
        isAway
          ? `${who} is back from today. What is for them goes to them alone again; what was handed over stays with the people who have it.`
          : `${who} is not away today. The days that were planned are taken back.`
      )
    )
  })
}
