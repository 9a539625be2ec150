/** Where what is wrong is said: who it goes to, and what they read. */

import { Council, People } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { isWorkingTime } from "@safe-return/domain/deadlines"
import type { PersonId } from "@safe-return/domain/pathway"
import { Clock, Effect } from "effect"
import type { Duty } from "../message/incidentMessages.ts"
import type { Message } from "../message/Message.ts"
import { OutsideSlack } from "../notify/OutsideSlack.ts"
import type { Place } from "../owed/OwedMessage.ts"
import type { EscalationRole } from "../recipients/Roster.ts"
import { whoLooksAfter } from "../recipients/whoLooksAfter.ts"
import type { EndedIncident, Incident, OpenIncident } from "./Incidents.ts"

/** One conversation in which an incident is told, and what is said of its beginning and its end. */
export interface IncidentTarget {
  readonly name: string
  readonly place: Extract<Place, { readonly _tag: "Person" | "MissingChannel" | "Outside" }>
  readonly open: (incident: OpenIncident) => Message
  readonly over: (incident: EndedIncident) => Message
  /** What is said where Slack has not vouched for the account: nothing of a case. */
  readonly withoutCase?: Pick<IncidentTarget, "open" | "over">
  /** Said besides, where a person may be acting on what was said first. */
  readonly overNews?: (incident: EndedIncident) => Message
}

const outsideNotice = (sentence: string): Message => ({ _tag: "OutsideNotice", sentence })

const toPerson = (person: PersonId) => ({ name: `person:${person}`, place: { _tag: "Person", person } }) as const

const withoutCase: Pick<IncidentTarget, "open" | "over"> = {
  open: (incident) => ({ _tag: "IncidentWarning", incident }),
  over: (incident) => ({ _tag: "IncidentOver", incident })
}

const administrator = (person: PersonId): IncidentTarget => ({ ...toPerson(person), ...withoutCase })

const forDuty = (duty: Duty): Pick<IncidentTarget, "open" | "over" | "overNews"> => ({
  open: () => ({ _tag: "DutyWarning", duty }),
  over: (incident) => ({ _tag: "DutyOver", duty, incident }),
  overNews: (incident) => ({ _tag: "DutyAllClear", incident })
})

export const incidentTargets = Effect.gen(function* () {
  const people = yield* People
  const outside = yield* OutsideSlack
  const { policyAt, calendars } = yield* Council

  /** The ends of the ladder that lead out of Slack, those of this hour where there are any. */
  const waysOut = (now: Instant) => {
    const policy = policyAt(now)
    const rungs = (policy.ladder?.value ?? []).filter(({ by, who }) => by !== undefined && who !== "worker")
    const hours = policy.workingHours?.value
    const isOpen = hours === undefined || isWorkingTime(now, hours, calendars[policy.interview.calendar.value])
    const ofThisHour = rungs.filter(({ onlyOutOfHours }) => onlyOutOfHours !== true || !isOpen)
    return ofThisHour.length > 0 ? ofThisHour : rungs
  }

  const outOfSlack = (words: string, now: Instant): ReadonlyArray<IncidentTarget> =>
    waysOut(now).flatMap(({ who, by }) => {
      if (by === undefined) return []
      const role = who as EscalationRole
      return outside.addresses(role, by).map(
        (_, nth): IncidentTarget => ({
          name: `${by}:${role}:${nth}`,
          place: { _tag: "Outside", role, way: by, nth },
          open: () => outsideNotice(words),
          over: ({ outcome }) => outsideNotice(outcome),
          overNews: ({ outcome }) => outsideNotice(outcome)
        })
      )
    })

  const onDuty = Effect.map(Effect.forEach(["mash", "missing-coordinator"] as const, people.holdersOf), (held) => [
    ...new Set(held.flat())
  ])

  /** Everywhere the incident is told now; team managers stand in where there is no administrator. */
  return Effect.fn("incidentTargets")(function* ({ duty }: Incident) {
    const { administrators, managers } = yield* whoLooksAfter(people)
    const known = administrators.length > 0 ? administrators : managers
    // While Slack does not say who people are, those named are told: what they read holds no case.
    const readers = known.length > 0 ? known : yield* people.holdersOf("administrator")
    if (duty === undefined) return readers.map(administrator)
    const holders = yield* onDuty
    const now = Instant(yield* Clock.currentTimeMillis)
    const channel: IncidentTarget = { name: "channel", place: { _tag: "MissingChannel" }, ...forDuty(duty) }
    return [
      ...holders.map((person): IncidentTarget => ({ ...toPerson(person), ...forDuty(duty), withoutCase })),
      ...(duty.inChannel === true ? [channel] : []),
      ...(duty.outsideSlack === undefined ? [] : outOfSlack(duty.outsideSlack, now)),
      ...readers.filter((person) => !holders.includes(person)).map(administrator)
    ]
  })
})
