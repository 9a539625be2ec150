/** The absence of a person, by command or by form, and what it means for others. */

import { opening, People, policyNow, reachOf, whoMay } from "@safe-return/casework"
import { addDays, type CivilDay, Instant, londonDayOf, startOfLondonDay } from "@safe-return/domain/calendar"
import { type Away, awayBetween, withAbsence } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { rungWords } from "@safe-return/domain/policy"
import { Availabilities } from "@safe-return/journal"
import { emptyRoster, fullMembers, onDay, presentHolders, rolesNeeded } from "@safe-return/outreach"
import { awayInWords, londonDay } from "@safe-return/wording"
import { Clock, Effect } from "effect"
import { HoldsNoRole } from "../../handlers/explain.ts"
import { personInWords } from "../../words/person.ts"
import { InvalidSubmission } from "../form.ts"
import { interviewsOf } from "../handover/handOverInterviews.ts"

const coverInWords = Effect.fn("coverInWords")(function* (person: PersonId, { from, to, cover }: Away) {
  if (cover === undefined)
    return "Nobody covers: what they are told goes to the Missing Co-ordinators as well. Add `cover @person` to name someone."
  const availabilities = yield* Availabilities
  const theirs = (yield* availabilities.all).get(cover)
  const [also] = theirs === undefined ? [] : awayBetween(theirs, startOfLondonDay(from), startOfLondonDay(to ?? from))
  const warning =
    also === undefined ? "" : ` :warning: They are ${awayInWords(also, from)} themselves: name someone else.`
  return `${personInWords(cover)} covers and is told what ${personInWords(person)} is told.${warning}`
})

const interviewsInWords = Effect.fn("interviewsInWords")(function* (person: PersonId, { cover }: Away) {
  const { length } = yield* interviewsOf(person)
  if (length === 0) return []
  const interviews = length === 1 ? "1 return home interview" : `${length} return home interviews`
  const people = yield* People
  const roles = cover === undefined ? undefined : yield* people.rolesOf(cover)
  const cannot =
    cover === undefined || roles === undefined || reachOf(roles, "log-interview") === "any"
      ? ""
      : `:warning: ${personInWords(cover)} cannot take ${length === 1 ? "it" : "them"} over. `
  return [
    `${cannot}They have ${interviews}. ${opening(whoMay("assign-interview"))} hands them over: \`/rhi handover\`.`
  ]
})

/** How many days of an absence without an end are checked for a role without a holder. */
const DAYS_AHEAD = 60

const daysOf = ({ from, to }: Away, today: CivilDay): ReadonlyArray<CivilDay> => {
  const first = from > today ? from : today
  const last = to ?? addDays(first, DAYS_AHEAD)
  return Array.from({ length: Math.max(0, Math.min(last - first, DAYS_AHEAD) + 1) }, (_, after) =>
    addDays(first, after)
  )
}

/** The roles that the absence leaves empty: said and not refused, because a person who is ill is away all the same. */
const emptiedInWords = Effect.fn("emptiedInWords")(function* (person: PersonId, away: Away, at: Instant) {
  const people = yield* People
  const policy = yield* policyNow
  const availabilities = yield* Availabilities
  const known = yield* availabilities.all
  const days = daysOf(away, londonDayOf(at))
  const sentences: Array<string> = []
  for (const role of rolesNeeded(policy)) {
    const holders = yield* fullMembers(people, role)
    if (!holders.includes(person)) continue
    const there = { ...emptyRoster, holders: { ...emptyRoster.holders, [role]: holders } }
    const from = days.find((day) => presentHolders(onDay(there, known, day), role).length === 0)
    if (from === undefined) continue
    sentences.push(
      `:warning: *From ${londonDay(from)} nobody is left who is told as ${rungWords[role]}:* an alert goes on to the next at once. Name a cover with \`cover @person\`.`
    )
  }
  return sentences
})

/** Fails where a person holds no role here. */
const checkRole = Effect.fnUntraced(function* (person: PersonId, field: "person" | "cover") {
  const people = yield* People
  if ((yield* people.rolesOf(person)).size === 0) yield* new HoldsNoRole({ field })
})

/** Every check of whose absence it is and who covers. */
export const absenceChecks = (person: PersonId, cover: PersonId | undefined) => [
  checkRole(person, "person"),
  ...(cover === undefined ? [] : [checkRole(cover, "cover")]),
  cover === person
    ? new InvalidSubmission({ fields: { cover: "Someone else covers while a person is away." } })
    : Effect.void
]

/** Saves it and says in mrkdwn what it means. */
export const recordAbsence = Effect.fn("recordAbsence")(function* (person: PersonId, away: Away, by: PersonId) {
  const at = Instant(yield* Clock.currentTimeMillis)
  const availabilities = yield* Availabilities
  yield* availabilities.change({
    person,
    by,
    at,
    to: (known) => withAbsence(known, { ...away, recordedAt: at, recordedBy: by })
  })
  const said = `${personInWords(person)} is ${awayInWords(away, londonDayOf(at))}.`
  const more = [...(yield* emptiedInWords(person, away, at)), ...(yield* interviewsInWords(person, away))]
  return [said, yield* coverInWords(person, away), ...more].join("\n")
})
