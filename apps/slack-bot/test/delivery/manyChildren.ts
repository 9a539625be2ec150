/** A council with thousands of children and outreach that has told everything, for the test and the benchmark. */

import { Casework, Council, councilOn, knownAt, People } from "@safe-return/casework"
import { assigned, at, completed, missing, offered, returned, tell } from "@safe-return/casework/testing"
import { calendars, Instant } from "@safe-return/domain/calendar"
import { ChildReference, type ChildState, EventId, emptyChildState, type PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import {
  Availabilities,
  Deliveries,
  Journal,
  type JournalEntry,
  type PersonAvailability,
  type Profile,
  Profiles
} from "@safe-return/journal"
import { emptyRoster, Incidents, OutsideSlack, outreachLayer, Reachability, Transports } from "@safe-return/outreach"
import { type CaseSnapshot, owedMessages } from "@safe-return/outreach/testing"
import { Effect, Layer, Option, Stream } from "effect"
import { changesAmong } from "./changesAmong.ts"
import { makeWorld } from "./outboxWorld.ts"

/** One in fifty is in need of something; the others' interviews are done. */
export const LIVING = 50

export const START = at(45)

const living = tell([missing(0), returned(30)])
const settled = tell([missing(0), returned(30), assigned(31), offered(32, "accepted"), completed(40)])
const caseOf = (number: number) => (number % LIVING === 0 ? living : settled)
export const childOf = (number: number) => ChildReference.make(`LCS-${number}`)

const entriesOf = (number: number): ReadonlyArray<JournalEntry> =>
  caseOf(number).recorded.map((recorded, index) => ({
    id: EventId.make(`${number}-${index}`),
    child: childOf(number),
    version: index + 1,
    position: number * 100 + index,
    recorded
  }))

export interface HeldBeside {
  readonly profiles: Array<Profile>
  readonly away: Map<PersonId, PersonAvailability>
}

/** @param count how many children, none with news before a reminder of the living falls due */
export const manyChildren = (count: number, { profiles, away }: HeldBeside = { profiles: [], away: new Map() }) => {
  const world = makeWorld()
  const snapshots: Array<CaseSnapshot> = []
  const entries = new Map(Array.from({ length: count }, (_, number) => [childOf(number), entriesOf(number)]))
  const states = new Map(Array.from({ length: count }, (_, number) => [childOf(number), caseOf(number).state]))
  for (const [child, told] of entries) {
    const state = states.get(child) ?? emptyChildState
    const snapshot: CaseSnapshot = {
      child,
      state,
      entries: told,
      there: emptyRoster,
      calendars,
      delivered: new Map(),
      announceFrom: Instant(0),
      now: START
    }
    snapshots.push(snapshot)
    for (const message of owedMessages(snapshot)) world.alreadySent(child, message)
  }
  let reads = 0
  const read = (child: ChildReference) =>
    Effect.sync(() => {
      reads += 1
      const found = entries.get(child) ?? []
      return { child, version: found.length, entries: found }
    })
  const statesAt = (moment: Instant) =>
    Effect.sync(() => {
      const known = new Map<ChildReference, ChildState>()
      for (const [child, told] of entries) {
        const state = knownAt(told, moment)
        if (state !== undefined) known.set(child, state)
      }
      return known
    })
  const layer = outreachLayer().pipe(
    Layer.provide([
      Layer.succeed(Transports, { of: () => world.carrier }),
      Layer.succeed(Deliveries, world.deliveries),
      Layer.mock(Journal, { read, subscribe: Effect.succeed(Stream.never) }),
      Layer.mock(Casework, {
        active: Effect.succeed(states),
        activeAt: statesAt,
        hold: () => Effect.void,
        foldedTo: (child) => Effect.succeed(Option.fromNullishOr(states.get(child)))
      }),
      Layer.mock(Profiles, {
        find: (child) => Effect.sync(() => Option.fromNullishOr(profiles.find((one) => one.child === child))),
        findEach: () => Effect.sync(() => new Map(profiles.map((one) => [one.child, one]))),
        changed: Effect.sync(() => changesAmong(profiles))
      }),
      Layer.mock(Availabilities, { all: Effect.sync(() => new Map(away)) }),
      Layer.mock(People, { holdersOf: () => Effect.succeed([]) }),
      Reachability.layer,
      Incidents.layer,
      Layer.succeed(Council, councilOn({ authority: "Training council", policy: rotherham }, calendars)),
      Layer.mock(OutsideSlack, { addresses: () => [], carrier: world.carrier })
    ])
  )
  return { layer, world, snapshots, reads: () => reads }
}
