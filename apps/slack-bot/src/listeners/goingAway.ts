/** Saying that somebody is away, whether by command or by form, and what has to be thought of then. */
import { Instant, londonDayOf, startOfLondonDay } from "@safe-return/domain/calendar"
import type { PersonId } from "@safe-return/domain/pathway"
import { type Away, awayBetween, goneAway } from "@safe-return/domain/telling"
import { Availabilities } from "@safe-return/journal"
import { Clock, Effect } from "effect"
import { People } from "../people/People.ts"
import { InvalidSubmission } from "../views/InvalidSubmission.ts"
import { awayInWords } from "../words/away.ts"
import { personInWords } from "../words/person.ts"
import { HoldsNoRole } from "./explain.ts"
import { interviewsOf } from "./handingOver.ts"

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

/** Saves it and says in mrkdwn what it means. */
export const goAway = Effect.fn("goAway")(function* (person: PersonId, away: Away, by: PersonId) {
  const { cover } = away
  if (cover === person)
    return yield* new InvalidSubmission({ fields: { cover: "Somebody else covers while a person is away." } })
  const people = yield* People
  if ((yield* people.rolesOf(person)).size === 0) return yield* new HoldsNoRole({ field: "person" })
  if (cover !== undefined && (yield* people.rolesOf(cover)).size === 0)
    return yield* new HoldsNoRole({ field: "cover" })
  const at = Instant(yield* Clock.currentTimeMillis)
  const availabilities = yield* Availabilities
  yield* availabilities.change({ person, by, at, to: (known) => goneAway(known, away) })
  const said = `${personInWords(person)} is ${awayInWords(away, londonDayOf(at))}.`
  return [said, yield* coverInWords(person, away), ...(yield* interviewsInWords(person))].join("\n")
})
