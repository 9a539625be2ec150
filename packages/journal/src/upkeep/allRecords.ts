/** Everything of one council at the place it is kept in, and a comparison of two places, event by event. */
import { Context, Effect, Equal, Stream } from "effect"
import { Audit, type AuditEntry } from "../Audit.ts"
import { Availabilities } from "../Availabilities.ts"
import { Deliveries, type Delivery, type DeliverySubject } from "../Deliveries.ts"
import { needsNewer } from "../documents/newerDocument.ts"
import { EducationCases } from "../EducationCases.ts"
import { Erasures } from "../Erasures.ts"
import { type Hold, Holds } from "../Holds.ts"
import { JoinedUpRecords } from "../JoinedUpRecords.ts"
import { Journal, type JournalEntry, JournalUnavailable } from "../Journal.ts"
import { Profiles } from "../Profiles.ts"
import { Reveals } from "../Reveals.ts"

export type Records =
  | Audit
  | Availabilities
  | Deliveries
  | EducationCases
  | Erasures
  | Holds
  | JoinedUpRecords
  | Journal
  | Profiles
  | Reveals

/** A place, with what it keeps. */
export type RecordsPlace = Context.Context<Records>

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

/** What only a newer version can read is not carried over as if it were a claim. */
const readableDeliveries = (subject: DeliverySubject, of: ReadonlyArray<Delivery>) =>
  of.some((delivery) => delivery._tag === "Claimed" && delivery.isOfNewer === true)
    ? Effect.fail(needsNewer(subject, "a delivery"))
    : Effect.succeed({ subject, of })

/** Everything of a place, in an order that both have. */
export const readAllRecords = Effect.fnUntraced(function* (place: RecordsPlace) {
  const entries = yield* Context.get(place, Journal).readAll
  const profiles = yield* Context.get(place, Profiles).all
  const byChild = profiles.toSorted((one, other) => (one.child < other.child ? -1 : 1))
  const children = [...new Set([...entries, ...profiles].map(({ child }) => child))].sort()
  const subjects: ReadonlyArray<DeliverySubject> = [...children, "team"]
  // All passes over what a newer version wrote; asked for one by one, it is refused by name.
  yield* Effect.forEach(
    children,
    (child) => Effect.all([Context.get(place, Profiles).find(child), Context.get(place, Holds).of(child)]),
    { discard: true }
  )
  const deliveries = yield* Effect.forEach(subjects, (subject) =>
    Effect.flatMap(Context.get(place, Deliveries).of(subject), (of) => readableDeliveries(subject, [...of.values()]))
  )
  const reveals = yield* Effect.forEach(children, (child) =>
    Effect.map(Context.get(place, Reveals).of(child), (of) => ({ child, of }))
  )
  const unread = [
    ["a tombstone", yield* Context.get(place, Erasures).unreadable],
    ["a legal hold", yield* Context.get(place, Holds).unreadable],
    ["when this person is there", yield* Context.get(place, Availabilities).unreadable]
  ] as const
  for (const [what, [one]] of unread) if (one !== undefined) return yield* needsNewer(one, what)
  const holds = yield* Context.get(place, Holds).all
  const erased = yield* Context.get(place, Erasures).all
  const availability = [...(yield* Context.get(place, Availabilities).all).values()].toSorted((one, other) =>
    one.person < other.person ? -1 : 1
  )
  const education = yield* Effect.forEach(yield* Context.get(place, EducationCases).pupils, ({ child }) =>
    Context.get(place, EducationCases).read(child)
  )
  const joinedUp = yield* Context.get(place, JoinedUpRecords).all
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
    education,
    joinedUp,
    audit
  }
})

export type AllRecords = Effect.Success<ReturnType<typeof readAllRecords>>

export const deliveryCount = ({ deliveries }: AllRecords): number =>
  deliveries.reduce((sum, { of }) => sum + of.length, 0)

const sameEvent = (one: JournalEntry | undefined, other: JournalEntry): boolean =>
  one !== undefined &&
  one.id === other.id &&
  one.child === other.child &&
  one.version === other.version &&
  Equal.equals(one.recorded, other.recorded)

/** The first thing that is not the same. Positions may differ: numbers that were never used are closed up. */
export const difference = (here: AllRecords, there: AllRecords): string | undefined => {
  const at = here.entries.findIndex((entry, index) => !sameEvent(there.entries[index], entry))
  const event = here.entries[at]
  if (event !== undefined) return `Version ${event.version} of ${event.child}`
  if (there.entries.length !== here.entries.length) return "The number of events"
  const byKey = (of: AllRecords["deliveries"]) =>
    of.map(({ subject, of }) => ({ subject, of: of.toSorted((one, other) => (one.key < other.key ? -1 : 1)) }))
  if (!Equal.equals(here.profiles, there.profiles)) return "A profile"
  if (!Equal.equals(byKey(here.deliveries), byKey(there.deliveries))) return "What was sent to people"
  if (!Equal.equals(here.reveals, there.reveals)) return "Who looked at a profile"
  if (!Equal.equals(here.holds, there.holds)) return "A legal hold"
  if (!Equal.equals(here.erased, there.erased)) return "The list of what was erased"
  if (!Equal.equals(here.availability, there.availability)) return "A person's working days or leave"
  if (!Equal.equals(here.education, there.education)) return "A case of a child missing education"
  if (!Equal.equals(here.joinedUp, there.joinedUp)) return "What joins the strands of a child"
  return Equal.equals(here.audit, there.audit) ? undefined : "The audit"
}
