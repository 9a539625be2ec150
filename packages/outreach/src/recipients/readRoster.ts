import { People } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { type ActingPerson, type Availability, actingFor, type DutyRota } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { Availabilities, DutyRotas } from "@safe-return/journal"
import { Effect } from "effect"
import { dueClock } from "../clocks/dueClock.ts"
import { OutsideSlack } from "../notify/OutsideSlack.ts"
import { Reachability } from "./Reachability.ts"
import { escalationRoles, type Roster } from "./Roster.ts"
import { holdersOnDuty, readRota } from "./readDuty.ts"

const awayNow = (known: ReadonlyMap<PersonId, Availability>, now: Instant): ReadonlyMap<PersonId, ActingPerson> => {
  const gone = [...known].filter(([, { away }]) => away.length > 0)
  const acting = gone.map(([person]) => [person, actingFor(person, now, (holder) => known.get(holder))] as const)
  return new Map(acting.filter(([, { _tag }]) => _tag !== "Themselves"))
}

/** Who holds and covers the roles, who is unreachable, and the ways out of Slack; the same object until it changes. */
const rosterReader = Effect.gen(function* () {
  const people = yield* People
  const outside = yield* OutsideSlack
  const tellable = yield* Reachability
  const dueNow = yield* dueClock
  let before: { readonly words: string; readonly there: Roster } | undefined

  return Effect.fnUntraced(function* (known: ReadonlyMap<PersonId, Availability>, rota: DutyRota) {
    const now = yield* dueNow
    const held = yield* Effect.forEach(escalationRoles, (role) =>
      Effect.map(
        people.holdersOf(role),
        (named) => [role, role === "out-of-hours-duty" ? holdersOnDuty(named, rota, now) : named] as const
      )
    )
    const beside = {
      mash: yield* people.holdersOf("mash"),
      worker: yield* people.holdersOf("worker"),
      interviewer: yield* people.holdersOf("interviewer")
    }
    const education = {
      "education-officer": yield* people.holdersOf("education-officer"),
      attendance: yield* people.holdersOf("attendance"),
      admissions: yield* people.holdersOf("admissions"),
      "education-manager": yield* people.holdersOf("education-manager")
    }
    const away = awayNow(known, now)
    const notTold = yield* tellable.notTold
    const words = JSON.stringify([held, beside, education, [...away], [...notTold.keys()]])
    if (before?.words === words) return before.there
    const there: Roster = {
      holders: Object.fromEntries(held) as Roster["holders"],
      beside,
      education,
      acting: (person) => away.get(person) ?? { _tag: "Themselves" },
      canBeTold: (person) => !notTold.has(person),
      addresses: (role, way) => outside.addresses(role, way).length
    }
    before = { words, there }
    return there
  })
})

/** Who is there, with what that was made of, so that one read serves a whole turn. */
export interface Presence {
  readonly there: Roster
  readonly rota: DutyRota
  /** Absent where it could not be read. */
  readonly availability?: ReadonlyMap<PersonId, Availability>
}

/** Who is away and the rota, read each time. */
export const readPresence = Effect.gen(function* () {
  const availabilities = yield* Availabilities
  const rotas = yield* DutyRotas
  const roster = yield* rosterReader
  const unreadable = (failed: unknown) => Effect.as(Effect.logError("Who is away could not be read", failed), undefined)
  return Effect.gen(function* () {
    const availability = yield* Effect.catch(availabilities.all, unreadable)
    const rota = yield* Effect.provideService(readRota, DutyRotas, rotas)
    // Nobody is passed over because it could not be read who is away: they are told themselves.
    const there = yield* roster(availability ?? new Map(), rota)
    return { there, rota, ...(availability === undefined ? {} : { availability }) } satisfies Presence
  })
})

/** Who is there alone. */
export const readRoster = Effect.map(
  readPresence,
  Effect.map(({ there }) => there)
)
