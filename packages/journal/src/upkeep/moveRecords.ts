/**
 * Everything of one council from the place it is kept in to another that holds nothing yet, and a comparison of both,
 * event by event, before it is called moved. Nothing is changed where it comes from.
 */
import type { Instant } from "@safe-return/domain/calendar"
import { Context, Data, Effect, Equal, Stream } from "effect"
import { Audit, type AuditEntry, type NotAudited } from "../Audit.ts"
import { Availabilities } from "../Availabilities.ts"
import { Deliveries, type DeliverySubject } from "../Deliveries.ts"
import { Erasures } from "../Erasures.ts"
import { type Hold, Holds } from "../Holds.ts"
import { Journal, type JournalEntry, JournalUnavailable } from "../Journal.ts"
import { Profiles } from "../Profiles.ts"
import { Reveals } from "../Reveals.ts"

export type Records = Audit | Availabilities | Deliveries | Erasures | Holds | Journal | Profiles | Reveals

/** A place, with what it keeps. */
export type RecordsPlace = Context.Context<Records>

export interface Moved {
  readonly events: number
  readonly children: number
  readonly profiles: number
  readonly deliveries: number
  readonly audited: number
}

/** There is something at the target already, and two histories are never mixed. */
export class TargetInUse extends Data.TaggedError("TargetInUse")<{ readonly holds: string }> {
  override get message() {
    return `The place to move to holds ${this.holds} already. Nothing was moved: choose an empty one.`
  }
}

/** What stands at the target is not what stood at the source. */
export class MovedOtherwise extends Data.TaggedError("MovedOtherwise")<{ readonly what: string }> {
  override get message() {
    return `${this.what} is not the same at both places after the move. Go on with the place it came from, and empty the other one.`
  }
}

/** The audit's entries; a damaged one is not carried over as if it were whole. */
const auditOf = (place: RecordsPlace): Effect.Effect<ReadonlyArray<AuditEntry>, JournalUnavailable> =>
  Effect.flatMap(Stream.runCollect(Context.get(place, Audit).read), (records) =>
    Effect.forEach(records, (record) =>
      record._tag === "Entry"
        ? Effect.succeed(record.entry)
        : Effect.fail(new JournalUnavailable({ path: record.place, reason: `its audit is damaged: ${record.reason}` }))
    )
  )

/** Holds of one child stay in their order; which child comes first is each place's own affair. */
const ordered = (holds: ReadonlyArray<Hold>): ReadonlyArray<Hold> =>
  holds.toSorted((one, other) => (one.child < other.child ? -1 : one.child > other.child ? 1 : 0))

const bringHold = Effect.fnUntraced(
  function* (place: RecordsPlace, { released, ...hold }: Hold) {
    const holds = Context.get(place, Holds)
    yield* holds.set(hold)
    if (released !== undefined) yield* holds.release({ child: hold.child, reference: hold.reference, ...released })
  },
  Effect.catchTag("HoldRefused", () => Effect.fail(new MovedOtherwise({ what: "A legal hold" })))
)

/** Everything of a place, in an order that both have. */
const everythingIn = Effect.fnUntraced(function* (place: RecordsPlace) {
  const entries = yield* Context.get(place, Journal).readAll
  const profiles = yield* Context.get(place, Profiles).all
  const byChild = profiles.toSorted((one, other) => (one.child < other.child ? -1 : 1))
  const children = [...new Set([...entries, ...profiles].map(({ child }) => child))].sort()
  const subjects: ReadonlyArray<DeliverySubject> = [...children, "team"]
  const deliveries = yield* Effect.forEach(subjects, (subject) =>
    Effect.map(Context.get(place, Deliveries).of(subject), (of) => ({ subject, of: [...of.values()] }))
  )
  const reveals = yield* Effect.forEach(children, (child) =>
    Effect.map(Context.get(place, Reveals).of(child), (of) => ({ child, of }))
  )
  const holds = yield* Context.get(place, Holds).all
  const erased = yield* Context.get(place, Erasures).all
  const availability = [...(yield* Context.get(place, Availabilities).all).values()].toSorted((one, other) =>
    one.person < other.person ? -1 : 1
  )
  const audit = yield* auditOf(place)
  return {
    entries,
    profiles: byChild,
    children,
    deliveries,
    reveals,
    holds: ordered(holds),
    erased,
    availability,
    audit
  }
})

type Everything = Effect.Success<ReturnType<typeof everythingIn>>

const deliveryCount = ({ deliveries }: Everything): number => deliveries.reduce((sum, { of }) => sum + of.length, 0)

const refuseUnlessEmpty = (there: Everything): Effect.Effect<void, TargetInUse> => {
  const counts = [
    [there.entries.length, "events"],
    [there.profiles.length, "profiles"],
    [deliveryCount(there), "deliveries"],
    [there.holds.length, "legal holds"],
    [there.erased.length, "tombstones"],
    [there.availability.length, "people's working days and leave"],
    [there.audit.length, "entries of an audit"]
  ] as const
  const inUse = counts.find(([count]) => count > 0)
  return inUse === undefined ? Effect.void : new TargetInUse({ holds: `${inUse[0]} ${inUse[1]}` })
}

/** Entries that follow one another in one child's stream go as one append; the order over all children stays. */
const runsOf = (entries: ReadonlyArray<JournalEntry>): ReadonlyArray<ReadonlyArray<JournalEntry>> => {
  const runs: Array<Array<JournalEntry>> = []
  for (const entry of entries) {
    const run = runs.at(-1)
    if (run?.[0]?.child === entry.child) run.push(entry)
    else runs.push([entry])
  }
  return runs
}

const appendRun = (place: RecordsPlace, run: ReadonlyArray<JournalEntry>) => {
  const { child, version } = run[0] as JournalEntry
  const events = run.map(({ id, recorded }) => ({ id, recorded }))
  return Context.get(place, Journal)
    .append(child, version - 1, events)
    .pipe(Effect.catchTag("StreamMoved", () => Effect.fail(new MovedOtherwise({ what: `The record of ${child}` }))))
}

const sameEvent = (one: JournalEntry | undefined, other: JournalEntry): boolean =>
  one !== undefined &&
  one.id === other.id &&
  one.child === other.child &&
  one.version === other.version &&
  Equal.equals(one.recorded, other.recorded)

/** The first thing that is not the same. Positions may differ: numbers that were never used are closed up. */
const difference = (here: Everything, there: Everything): string | undefined => {
  const at = here.entries.findIndex((entry, index) => !sameEvent(there.entries[index], entry))
  const event = here.entries[at]
  if (event !== undefined) return `Version ${event.version} of ${event.child}`
  if (there.entries.length !== here.entries.length) return "The number of events"
  const byKey = (of: Everything["deliveries"]) =>
    of.map(({ subject, of }) => ({ subject, of: of.toSorted((one, other) => (one.key < other.key ? -1 : 1)) }))
  if (!Equal.equals(here.profiles, there.profiles)) return "A profile"
  if (!Equal.equals(byKey(here.deliveries), byKey(there.deliveries))) return "What was sent to people"
  if (!Equal.equals(here.reveals, there.reveals)) return "Who looked at a profile"
  if (!Equal.equals(here.holds, there.holds)) return "A legal hold"
  if (!Equal.equals(here.erased, there.erased)) return "The list of what was erased"
  if (!Equal.equals(here.availability, there.availability)) return "Somebody's working days or leave"
  return Equal.equals(here.audit, there.audit) ? undefined : "The audit"
}

/** `now` is fixed as the moment from which people are told of things, where the source has not fixed one yet. */
export const moveRecords = Effect.fn("moveRecords")(function* (
  from: RecordsPlace,
  to: RecordsPlace,
  now: Instant,
  progress: (done: number, of: number) => Effect.Effect<void> = () => Effect.void
): Effect.fn.Return<Moved, TargetInUse | MovedOtherwise | JournalUnavailable | NotAudited> {
  const here = yield* everythingIn(from)
  yield* refuseUnlessEmpty(yield* everythingIn(to))
  const announceFrom = yield* Context.get(from, Deliveries).announceFrom(now)
  const fixed = yield* Context.get(to, Deliveries).announceFrom(announceFrom)
  if (fixed !== announceFrom)
    return yield* new TargetInUse({ holds: "the moment from which people are told of things" })

  // First, while there is nothing yet that they could take away: a child may have been recorded anew since.
  yield* Context.get(to, Erasures).doAgain(here.erased)
  let done = 0
  for (const run of runsOf(here.entries)) {
    yield* appendRun(to, run)
    done += run.length
    yield* progress(done, here.entries.length)
  }
  yield* Effect.forEach(here.profiles, (profile) => Context.get(to, Profiles).bring(profile), { discard: true })
  for (const { subject, of } of here.deliveries) {
    yield* Effect.forEach(of, (delivery) => Context.get(to, Deliveries).keep(subject, delivery), { discard: true })
  }
  for (const { child, of } of here.reveals) {
    if (of.length > 0) yield* Context.get(to, Reveals).bring(child, of)
  }
  yield* Effect.forEach(here.holds, (hold) => bringHold(to, hold), { discard: true })
  yield* Effect.forEach(here.availability, Context.get(to, Availabilities).bring, { discard: true })
  yield* Effect.forEach(here.audit, (entry) => Context.get(to, Audit).add(entry), { discard: true })

  const differs = difference(here, yield* everythingIn(to))
  if (differs !== undefined) return yield* new MovedOtherwise({ what: differs })
  return {
    events: here.entries.length,
    children: here.children.length,
    profiles: here.profiles.length,
    deliveries: deliveryCount(here),
    audited: here.audit.length
  }
})
