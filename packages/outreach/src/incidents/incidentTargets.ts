/** Where what is wrong is said: who it goes to, and what they read. */

import { Council, People } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { isWorkingTime } from "@safe-return/domain/deadlines"
import { definedFields } from "@safe-return/domain/definedFields"
import { emptyRota } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { DutyRotas } from "@safe-return/journal"
import { Clock, Duration, Effect } from "effect"
import type { Duty, DutyWarning } from "../message/incidentMessages.ts"
import type { Message } from "../message/Message.ts"
import { OutsideSlack } from "../notify/OutsideSlack.ts"
import type { Place } from "../owed/OwedMessage.ts"
import type { EscalationRole } from "../recipients/Roster.ts"
import { holdersOnDuty, readRota } from "../recipients/readDuty.ts"
import { whoLooksAfter } from "../recipients/whoLooksAfter.ts"
import type { EndedIncident, Incident, OpenIncident } from "./Incidents.ts"

/** A journal that hangs must not hold up what is told of it. */
const ROTA_WITHIN = Duration.seconds(2)

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

/** Not in the channel, where others read it too who may not answer. */
const toAnswer = ({ kind, place, duty }: OpenIncident): Pick<DutyWarning, "toAnswer"> =>
  duty?.untilAnswered === true ? { toAnswer: { kind, ...definedFields({ place }) } } : {}

const forDuty = (
  duty: Duty,
  answered: (incident: OpenIncident) => Pick<DutyWarning, "toAnswer"> = () => ({})
): Pick<IncidentTarget, "open" | "over" | "overNews"> => ({
  open: (incident) => ({ _tag: "DutyWarning", duty, ...answered(incident) }),
  over: (incident) => ({ _tag: "DutyOver", duty, incident }),
  overNews: (incident) => ({ _tag: "DutyAllClear", incident })
})

export const incidentTargets = Effect.gen(function* () {
  const people = yield* People
  const outside = yield* OutsideSlack
  const rotas = yield* DutyRotas
  const { policyAt, calendars } = yield* Council

  const isOfficeOpen = (now: Instant): boolean => {
    const { workingHours, interview } = policyAt(now)
    return workingHours === undefined || isWorkingTime(now, workingHours.value, calendars[interview.calendar.value])
  }

  /** The ends of the ladder that lead out of Slack, those of this hour where there are any. */
  const waysOut = (now: Instant) => {
    const policy = policyAt(now)
    const rungs = (policy.ladder?.value ?? []).filter(({ by, who }) => by !== undefined && who !== "worker")
    const ofThisHour = rungs.filter(({ onlyOutOfHours }) => onlyOutOfHours !== true || !isOfficeOpen(now))
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

  /** While the office is closed, what a person must answer comes to the duty as well. */
  const onDuty = Effect.fnUntraced(function* (duty: Duty, now: Instant) {
    if (duty.team === "education") {
      const managers = yield* people.holdersOf("education-manager")
      return managers.length > 0 ? managers : yield* people.holdersOf("education-officer")
    }
    const held = yield* Effect.forEach(["mash", "missing-coordinator"] as const, people.holdersOf)
    if (duty.untilAnswered !== true || isOfficeOpen(now)) return [...new Set(held.flat())]
    const named = yield* people.holdersOf("out-of-hours-duty")
    const rota = yield* readRota.pipe(
      Effect.provideService(DutyRotas, rotas),
      Effect.timeoutOrElse({ duration: ROTA_WITHIN, orElse: () => Effect.succeed(emptyRota) })
    )
    return [...new Set([...held.flat(), ...holdersOnDuty(named, rota, now)])]
  })

  /** Everywhere the incident is told now; team managers stand in where there is no administrator. */
  return Effect.fn("incidentTargets")(function* ({ kind, duty }: Incident) {
    const { administrators, managers } = yield* whoLooksAfter(people)
    const known = administrators.length > 0 ? administrators : managers
    // While Slack does not say who people are, those named are told: what they read holds no case.
    const readers = known.length > 0 ? known : yield* people.holdersOf("administrator")
    if (duty === undefined) return readers.map(administrator)
    const now = Instant(yield* Clock.currentTimeMillis)
    // Who names people, or keeps the rota, must know of it too.
    const named = kind === "role-empty" ? managers : []
    const holders = [...new Set([...(yield* onDuty(duty, now)), ...named])]
    const channel: IncidentTarget = { name: "channel", place: { _tag: "MissingChannel" }, ...forDuty(duty) }
    return [
      ...holders.map((person): IncidentTarget => ({ ...toPerson(person), ...forDuty(duty, toAnswer), withoutCase })),
      ...(duty.inChannel === true ? [channel] : []),
      ...(duty.outsideSlack === undefined ? [] : outOfSlack(duty.outsideSlack, now)),
      ...readers.filter((person) => !holders.includes(person)).map(administrator)
    ]
  })
})
