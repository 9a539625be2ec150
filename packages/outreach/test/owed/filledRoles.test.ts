/** An alert that climbs while roles are emptied and filled: the new holder is told, and who was told stays named. */

import { at, episodeId, missing, type Told } from "@safe-return/casework/testing"
import { PersonId } from "@safe-return/domain/pathway"
import type { OnRung } from "@safe-return/domain/policy"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { RungTold } from "../../src/message/alertMessages.ts"
import { climbsOf } from "../../src/owed/alertClimbs.ts"
import { alertStandingOf } from "../../src/owed/alertStanding.ts"
import { ladder } from "../../src/owed/ladderOwed.ts"
import type { CaseSnapshot } from "../../src/owed/OwedMessage.ts"
import { peopleOn } from "../../src/owed/rungRecipients.ts"
import { type EscalationRole, emptyRoster, escalationRoles, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const ALERTED = 1
const person = (role: EscalationRole, nth = 1) => PersonId.make(`U0${role.toUpperCase().replaceAll("-", "")}${nth}`)

type Holders = Roster["holders"]
const holding = (...roles: ReadonlyArray<EscalationRole>): Holders => ({
  ...emptyRoster.holders,
  ...Object.fromEntries(roles.map((role) => [role, [person(role)]]))
})

/** Looks one after another at an alert reported at 19:00: each sends at once what it finds owed. */
class Watched {
  readonly delivered = new Map<DeliveryKey, Delivery>()
  readonly told: Array<Told> = []

  snapshot(minutes: number, there: Partial<Roster>): CaseSnapshot {
    return caseSnapshot([missing(), ...this.told], {
      there: { ...emptyRoster, ...there },
      delivered: new Map(this.delivered),
      now: at(ALERTED + minutes / 60)
    })
  }

  /** Who was sent an alert by this look. */
  look(minutes: number, there: Partial<Roster>): ReadonlyArray<PersonId> {
    const snapshot = this.snapshot(minutes, there)
    return ladder(snapshot).flatMap(({ key, place }) => {
      if (this.delivered.has(key)) return []
      this.delivered.set(key, { _tag: "Sent", key, channel: "D1", ts: "1", fingerprint: "", sentAt: snapshot.now })
      return place._tag === "Person" ? [place.person] : []
    })
  }

  standing(minutes: number, there: Partial<Roster>): ReadonlyArray<RungTold> {
    const snapshot = this.snapshot(minutes, there)
    const [episode] = snapshot.state.episodes
    return (episode && alertStandingOf(snapshot, episode))?.told ?? []
  }

  named(minutes: number, there: Partial<Roster>): ReadonlyArray<readonly [OnRung, number, ...Array<PersonId>]> {
    return this.standing(minutes, there).map(({ who, people, at: when }) => [
      who,
      Math.round((when - at(ALERTED)) / 60_000),
      ...people
    ])
  }
}

describe("a role that was empty when an alert came to it", () => {
  it("is told at once when a person comes to hold it, and those told meanwhile stay named", () => {
    const watched = new Watched()
    const before = holding("team-manager", "head-of-service")
    expect(watched.look(1, { holders: before })).toEqual([person("team-manager")])
    const after = holding("missing-coordinator", "team-manager", "head-of-service")
    expect(watched.look(5, { holders: after })).toEqual([person("missing-coordinator")])
    for (const minutes of [6, 20, 29]) {
      expect(watched.look(minutes, { holders: after })).toEqual([])
      expect(watched.named(minutes, { holders: after })).toEqual([
        ["worker", 0],
        ["missing-coordinator", 5, person("missing-coordinator")],
        ["out-of-hours-duty", 0],
        ["team-manager", 0, person("team-manager")]
      ])
    }
  })

  it("is not told once the alert has its answer", () => {
    const watched = new Watched()
    const before = holding("team-manager")
    watched.look(1, { holders: before })
    const by = person("team-manager")
    watched.told.push({
      by,
      now: at(ALERTED + 3 / 60),
      command: { _tag: "AcknowledgeAlert", episodeId, by, as: ["team-manager"], alert: 1 }
    })
    expect(watched.look(5, { holders: holding("missing-coordinator", "team-manager") })).toEqual([])
  })

  it("names those who were told though away, once another person is there", () => {
    const away = { _tag: "Nobody", away: { from: 0, to: 0, for: "leave" } } as unknown as ReturnType<Roster["acting"]>
    const holders = holding("head-of-service")
    const watched = new Watched()
    const gone: Partial<Roster> = { holders, acting: () => away }
    expect(watched.look(1, gone)).toEqual([person("head-of-service")])
    const both: Holders = { ...holding("missing-coordinator"), "head-of-service": holders["head-of-service"] }
    const back: Partial<Roster> = {
      holders: both,
      acting: (one) => (one === person("head-of-service") ? away : { _tag: "Themselves" })
    }
    watched.look(4, back)
    expect(watched.standing(5, back).flatMap(({ people }) => people)).toContain(person("head-of-service"))
  })
})

const someHolders: fc.Arbitrary<Holders> = fc.record({
  "missing-coordinator": fc.subarray([person("missing-coordinator"), person("missing-coordinator", 2)]),
  "team-manager": fc.subarray([person("team-manager"), person("missing-coordinator")]),
  "head-of-service": fc.subarray([person("head-of-service"), person("head-of-service", 2)]),
  "out-of-hours-duty": fc.subarray([person("out-of-hours-duty")])
})

const steps = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 25 }),
    holders: someHolders,
    unreachable: fc.subarray([...escalationRoles])
  }),
  { minLength: 1, maxLength: 8 }
)

const rosterOf = ({ holders, unreachable }: { holders: Holders; unreachable: ReadonlyArray<EscalationRole> }) => ({
  holders,
  canBeTold: (one: PersonId) => !unreachable.some((role) => one === person(role))
})

describe("an alert on a roster that changes", () => {
  it("names everyone it ever told, at each later look", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const watched = new Watched()
        const told = new Set<PersonId>()
        let minutes = 0
        for (const step of all) {
          minutes += step.after
          const there = rosterOf(step)
          for (const one of watched.look(minutes, there)) told.add(one)
          const named = watched.standing(minutes, there).flatMap(({ people }) => people)
          for (const one of told) expect(named, `${one} after ${minutes} minutes`).toContain(one)
        }
      }),
      { numRuns: 100 }
    )
  })

  it("has told everyone on a role it came to, or went past, as soon as they can be told", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const watched = new Watched()
        let minutes = 0
        for (const step of all) {
          minutes += step.after
          const there = rosterOf(step)
          watched.look(minutes, there)
          const snapshot = watched.snapshot(minutes, there)
          const ever = [...watched.delivered.keys()]
          const [climb] = climbsOf(snapshot)
          const rungs = (climb?.episode.policy.ladder?.value ?? []).filter(({ by }) => by === undefined)
          const furthest = rungs.findLastIndex(({ who }) => ever.some((key) => key.includes(`:${who}:`)))
          for (const rung of rungs.slice(0, furthest)) {
            if (climb === undefined) continue
            const isDutyHeard = rung.onlyOutOfHours !== true || climb.reached.some((one) => one.rung === rung)
            const isTold = (one: PersonId) => ever.some((key) => key.endsWith(`:${one}`))
            if (isDutyHeard) expect(peopleOn(snapshot, climb.episode, rung).filter((one) => !isTold(one))).toEqual([])
          }
        }
      }),
      { numRuns: 100 }
    )
  })

  it("never tells a role before its time while those before it are there", () => {
    const full = holding(...escalationRoles)
    const watched = new Watched()
    const all: Partial<Roster> = { holders: full }
    const toldBy = (minutes: number) => watched.look(minutes, all)
    expect(toldBy(0)).toEqual([person("missing-coordinator"), person("out-of-hours-duty")])
    expect(toldBy(29)).toEqual([])
    expect(toldBy(31)).toEqual([person("team-manager")])
    expect(toldBy(59)).toEqual([])
    expect(toldBy(61)).toEqual([person("head-of-service")])
  })
})
