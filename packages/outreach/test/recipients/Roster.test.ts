import { at } from "@safe-return/casework/testing"
import { civilDay } from "@safe-return/domain/calendar"
import { type Away, actingFor } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import type { Delivery } from "@safe-return/journal"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type EscalationRole,
  emptyRoster,
  holdersOrFallback,
  presentHolders,
  type RecipientQuestion,
  type Roster,
  recipientsFor
} from "../../src/recipients/Roster.ts"

const everybody = ["A", "B", "C", "D", "E"].map((letter) => PersonId.make(`U0${letter}`))
const [a, b, c, d] = everybody as [PersonId, PersonId, PersonId, PersonId]
const roles = Object.keys(emptyRoster.holders) as ReadonlyArray<EscalationRole>
const now = at(0)

interface Council {
  readonly holders?: Partial<Roster["holders"]>
  readonly notTold?: ReadonlyArray<PersonId>
  /** Who is away today, and who covers. */
  readonly away?: ReadonlyMap<PersonId, PersonId | undefined>
}

const there = ({ holders, notTold = [], away = new Map() }: Council): Roster => ({
  ...emptyRoster,
  holders: { ...emptyRoster.holders, ...holders },
  canBeTold: (person) => !notTold.includes(person),
  acting: (person) =>
    actingFor(person, now, (holder) => {
      if (!away.has(holder)) return undefined
      const cover = away.get(holder)
      const period: Away = { from: civilDay(2026, 11, 23), for: "leave", ...(cover === undefined ? {} : { cover }) }
      return { away: [period] }
    })
})

const forOne = (council: Council, more: Partial<RecipientQuestion> = {}): ReadonlyArray<PersonId> =>
  recipientsFor({ there: there(council), delivered: new Map(), person: a, key: "reminder:a", ...more })

const superseded: Delivery = { _tag: "Superseded", key: "reminder:a", by: "reminder:b", at: now }
const sent: Delivery = { _tag: "Sent", key: "reminder:a", channel: "D1", ts: "1", fingerprint: "", sentAt: now }

describe("those who hold a role", () => {
  const holders = { "missing-coordinator": [a, b], "team-manager": [c], "head-of-service": [d] }

  it("are all of them who are there and can be told, or their covers", () => {
    expect(holdersOrFallback(there({ holders }), "missing-coordinator")).toEqual([a, b])
    expect(holdersOrFallback(there({ holders, notTold: [a] }), "missing-coordinator")).toEqual([b])
    expect(holdersOrFallback(there({ holders, away: new Map([[a, d]]) }), "missing-coordinator")).toEqual([d, b])
    expect(holdersOrFallback(there({ holders, away: new Map([[a, d]]), notTold: [d] }), "missing-coordinator")).toEqual(
      [b]
    )
  })

  it("without one of them, the next role, as far as the head of service", () => {
    expect(holdersOrFallback(there({ holders, notTold: [a, b] }), "missing-coordinator")).toEqual([c])
    expect(holdersOrFallback(there({ holders, notTold: [a, b, c] }), "missing-coordinator")).toEqual([d])
    expect(holdersOrFallback(there({ holders, notTold: [c] }), "team-manager")).toEqual([d])
    const alone = { "out-of-hours-duty": [a], "team-manager": [c] }
    expect(holdersOrFallback(there({ holders: alone, notTold: [a] }), "out-of-hours-duty")).toEqual([c])
  })

  it("are nobody where the council has named nobody", () => {
    expect(holdersOrFallback(there({ holders }), "out-of-hours-duty")).toEqual([])
  })
})

describe("what is for one person", () => {
  const holders = { "missing-coordinator": [c] }

  it("goes to the co-ordinators too where they are unreachable, and is still tried for them", () => {
    expect(forOne({ holders })).toEqual([a])
    expect(forOne({ holders, notTold: [a] })).toEqual([a, c])
    expect(forOne({ holders, notTold: [a] }, { otherwise: [] })).toEqual([a])
  })

  it("goes on past a cover who cannot be told", () => {
    const away = new Map([[a, b]])
    expect(forOne({ holders, away })).toEqual([a, b])
    expect(forOne({ holders, away, notTold: [a] })).toEqual([a, b])
    expect(forOne({ holders, away, notTold: [b] })).toEqual([a, b, c])
  })

  it("goes to nobody else once it had reached them", () => {
    const delivered = new Map([[sent.key, sent]])
    expect(forOne({ holders, notTold: [a] }, { delivered })).toEqual([a])
  })
})

it("a reachable person is told as long as there is one", () => {
  const someone = fc.subarray(everybody)
  const council = fc.record({
    holders: fc.record(Object.fromEntries(roles.map((role) => [role, someone]))),
    notTold: someone,
    away: fc
      .array(fc.tuple(fc.constantFrom(...everybody), fc.option(fc.constantFrom(...everybody), { nil: undefined })))
      .map((covers) => new Map(covers))
  })
  fc.assert(
    fc.property(council, (made) => {
      const world = there(made as Council)
      const named = world.holders["missing-coordinator"].length > 0
      const isAnybody = (["missing-coordinator", "team-manager", "head-of-service"] as const).some(
        (role) => presentHolders(world, role).length > 0
      )
      const reached = forOne(made as Council).filter(world.canBeTold)
      const acts = world.acting(a)
      const isThere = world.canBeTold(acts._tag === "Cover" ? acts.person : a) && acts._tag !== "Nobody"
      expect(reached.length > 0 || !(isThere || (named && isAnybody))).toBe(true)
      for (const role of roles) expect(holdersOrFallback(world, role).every(world.canBeTold)).toBe(true)
    })
  )
})

describe("where nobody of a role can be told", () => {
  const of = { "missing-coordinator": a, "team-manager": b, "head-of-service": c, "out-of-hours-duty": d } as const
  const holders = {
    "missing-coordinator": [a],
    "team-manager": [b],
    "head-of-service": [c],
    "out-of-hours-duty": [d]
  }

  it.each([
    ["missing-coordinator", ["team-manager", "head-of-service", "out-of-hours-duty"]],
    ["out-of-hours-duty", ["missing-coordinator", "team-manager", "head-of-service"]],
    ["team-manager", ["head-of-service", "missing-coordinator", "out-of-hours-duty"]],
    ["head-of-service", ["team-manager", "missing-coordinator", "out-of-hours-duty"]]
  ] as const)("the next after %s are asked one after the other", (role, order) => {
    const gone = [of[role]]
    for (const next of order) {
      expect(holdersOrFallback(there({ holders, notTold: gone }), role)).toEqual([of[next]])
      gone.push(of[next])
    }
    expect(holdersOrFallback(there({ holders, notTold: gone }), role)).toEqual([])
  })

  it("the next role is told where nobody is named, except for the optional duty team", () => {
    expect(holdersOrFallback(there({ holders: { ...holders, "team-manager": [] } }), "team-manager")).toEqual([c])
    expect(
      holdersOrFallback(there({ holders: { ...holders, "missing-coordinator": [] } }), "missing-coordinator")
    ).toEqual([b])
    expect(holdersOrFallback(there({ holders: { ...holders, "out-of-hours-duty": [] } }), "out-of-hours-duty")).toEqual(
      []
    )
  })

  it("and everybody else is away, those who are away are told after all", () => {
    const away = new Map([a, b, c, d].map((one) => [one, undefined] as const))
    expect(holdersOrFallback(there({ holders, away }), "team-manager")).toEqual([b])
    expect(holdersOrFallback(there({ holders, away, notTold: [b] }), "team-manager")).toEqual([c])
  })
})

it("what was settled for a person goes to nobody else once they cannot be told", () => {
  const council = { holders: { "missing-coordinator": [b] }, notTold: [a] }
  expect(forOne(council)).toEqual([a, b])
  for (const before of [sent, superseded]) {
    expect(forOne(council, { delivered: new Map([[before.key, before]]) })).toEqual([a])
  }
})
