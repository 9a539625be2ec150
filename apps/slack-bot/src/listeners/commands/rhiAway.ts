import { Instant, londonDayOf, startOfLondonDay } from "@safe-return/domain/calendar"
import type { PersonId } from "@safe-return/domain/pathway"
import { type Away, awayBetween, awayOn, backOn, goneAway } from "@safe-return/domain/telling"
import { Availabilities } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import { plainly } from "../../messages/MessageContent.ts"
import { People } from "../../people/People.ts"
import { awayInWords } from "../../words/away.ts"
import { personInWords } from "../../words/person.ts"
import { HoldsNoRole } from "../explain.ts"
import { interviewsOf } from "../handingOver.ts"
import type { CommandHandler, CommandRequest } from "./CommandHandler.ts"
import type { AwayCommand } from "./parseAway.ts"
import { readDaysAway } from "./readDay.ts"

type Typed<Tag extends AwayCommand["_tag"]> = Extract<AwayCommand, { readonly _tag: Tag }>

const whoseIs = ({ command, person }: CommandRequest<AwayCommand>): PersonId => command.whose ?? person

const asOf = Effect.map(Clock.currentTimeMillis, Instant)

/** What is to be thought of now, because nobody is told of it later. */
const coverInWords = Effect.fn("coverInWords")(function* (person: PersonId, { from, to, cover }: Away) {
  if (cover === undefined)
    return "Nobody covers: what they are told goes to the Missing Co-ordinators as well. Add `cover @person` to name somebody."
  const availabilities = yield* Availabilities
  const theirs = (yield* availabilities.all).get(cover)
  const [also] = theirs === undefined ? [] : awayBetween(theirs, startOfLondonDay(from), startOfLondonDay(to ?? from))
  const warning =
    also === undefined ? "" : ` :warning: They are ${awayInWords(also, from)} themselves: name somebody else.`
  return `${personInWords(cover)} covers and is told what ${personInWords(person)} is told.${warning}`
})

const interviewsInWords = Effect.fn("interviewsInWords")(function* (person: PersonId) {
  const { length } = yield* interviewsOf(person)
  if (length === 0) return []
  const interviews = length === 1 ? "1 return home interview" : `${length} return home interviews`
  return [`They have ${interviews}. A Missing Co-ordinator or team manager hands them over: \`/rhi handover\`.`]
})

/** `/rhi away [@person] [days] [leave|sickness|other] [cover @person]` */
export const rhiAway: CommandHandler<Typed<"Away">> = {
  permission: "change-availability",
  whose: whoseIs,
  handle: Effect.fn("rhiAway")(function* (request) {
    const { command, person: by } = request
    const person = whoseIs(request)
    const at = yield* asOf
    const days = readDaysAway(command.when, at)
    if ("_tag" in days) return Option.some(plainly(days.sentence))
    const { cover, for: reason } = command
    if (cover === person) return Option.some(plainly("Somebody else covers while a person is away. Nothing was saved."))
    const people = yield* People
    if ((yield* people.rolesOf(person)).size === 0) return yield* new HoldsNoRole({ field: "person" })
    if (cover !== undefined && (yield* people.rolesOf(cover)).size === 0)
      return yield* new HoldsNoRole({ field: "cover" })
    const away: Away = { ...days, for: reason, ...(cover === undefined ? {} : { cover }) }
    const availabilities = yield* Availabilities
    yield* availabilities.change({ person, by, at, to: (known) => goneAway(known, away) })
    const said = `${personInWords(person)} is ${awayInWords(away, londonDayOf(at))}.`
    const lines = [said, yield* coverInWords(person, away), ...(yield* interviewsInWords(person))]
    return Option.some(plainly(lines.join("\n")))
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
    yield* availabilities.change({ person, by: request.person, at, to: (before) => backOn(before, today) })
    return Option.some(
      plainly(
        isAway
          ? `${who} is back from today. What is for them goes to them alone again; what was handed over stays with whoever has it.`
          : `${who} is not away today. The days that were planned are taken back.`
      )
    )
  })
}
