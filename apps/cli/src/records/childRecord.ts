/** Everything that is held of one child, gathered to answer a subject access request. */
import { formatCivilDay, formatInstant, Instant } from "@safe-return/domain/calendar"
import { PupilReference, RecordedCmeEvent } from "@safe-return/domain/education"
import { type ChildReference, isSameReference, type PersonId, RecordedEvent } from "@safe-return/domain/pathway"
import {
  Audit,
  type AuditEntry,
  type CaseEntry,
  Deliveries,
  type Delivery,
  EducationCases,
  Journal,
  type JournalEntry,
  type Profile,
  Profiles,
  Reveals
} from "@safe-return/journal"
import { Effect, Option, Schema, Stream } from "effect"

/** One time a person asked for something about the child. */
export type Look = Pick<AuditEntry, "at" | "by" | "act" | "outcome">

/** What is held as the case of a child missing education, apart from what the pathway holds. */
export interface PupilRecord {
  readonly child: ChildReference
  readonly exportedAt: Instant
  readonly exportedBy: PersonId
  readonly entries: ReadonlyArray<CaseEntry>
  readonly looks: ReadonlyArray<Look>
}

export interface ChildRecord {
  readonly child: ChildReference
  readonly exportedAt: Instant
  readonly exportedBy: PersonId
  readonly entries: ReadonlyArray<JournalEntry>
  readonly profile: Option.Option<Profile>
  readonly looks: ReadonlyArray<Look>
  readonly deliveries: ReadonlyArray<Delivery>
}

/** Oldest first; those from before there was an audit are among them. */
const looksAt = Effect.fn("looksAt")(function* (child: ChildReference) {
  const audit = yield* Audit
  const reveals = yield* Reveals
  const looks: Array<Look> = (yield* reveals.of(child)).map(({ at, by }) => ({
    at,
    by,
    act: "reveal-profile",
    outcome: "allowed"
  }))
  yield* Stream.runForEach(audit.read, (record) =>
    Effect.sync(() => {
      if (record._tag !== "Entry" || record.entry.child === undefined) return
      if (isSameReference(record.entry.child, child)) looks.push(record.entry)
    })
  )
  return looks.sort((one, other) => one.at - other.at)
})

export const childRecord = Effect.fn("childRecord")(function* (
  child: ChildReference,
  exportedAt: Instant,
  exportedBy: PersonId
) {
  const journal = yield* Journal
  const profiles = yield* Profiles
  const deliveries = yield* Deliveries
  const record: ChildRecord = {
    child,
    exportedAt,
    exportedBy,
    entries: (yield* journal.read(child)).entries,
    profile: yield* profiles.find(child),
    looks: yield* looksAt(child),
    deliveries: [...(yield* deliveries.of(child)).values()]
  }
  return record
})

export const pupilRecord = Effect.fn("pupilRecord")(function* (
  child: ChildReference,
  exportedAt: Instant,
  exportedBy: PersonId
) {
  const { entries } = yield* (yield* EducationCases).read(PupilReference.make(child))
  const record: PupilRecord = { child, exportedAt, exportedBy, entries, looks: yield* looksAt(child) }
  return record
})

export const isEmpty = ({ entries, profile, deliveries }: ChildRecord): boolean =>
  entries.length === 0 && Option.isNone(profile) && deliveries.length === 0

const encodeEvent = Schema.encodeSync(RecordedEvent)

const lookJson = ({ at, by, act, outcome }: Look) => ({ at: formatInstant(at), by, act, outcome })

/** The whole as JSON, every event as it was written. */
export const recordJson = ({ child, exportedAt, exportedBy, entries, profile, looks, deliveries }: ChildRecord) => ({
  child,
  exportedAt: formatInstant(exportedAt),
  exportedBy,
  events: entries.map(({ id, version, position, recorded }) => ({ id, version, position, ...encodeEvent(recorded) })),
  profile: Option.match(profile, {
    onNone: () => null,
    onSome: ({ bornOn, ...rest }) => ({ ...rest, ...(bornOn === undefined ? {} : { bornOn: formatCivilDay(bornOn) }) })
  }),
  looks: looks.map(lookJson),
  deliveries: deliveries.map(deliveryJson)
})

const encodeCase = Schema.encodeSync(RecordedCmeEvent)

export const pupilRecordJson = ({ child, exportedAt, exportedBy, entries, looks }: PupilRecord) => ({
  child,
  exportedAt: formatInstant(exportedAt),
  exportedBy,
  events: entries.map(({ id, recorded }, index) => ({ id, version: index + 1, ...encodeCase(recorded) })),
  looks: looks.map(lookJson)
})

const deliveryJson = (delivery: Delivery) =>
  Object.fromEntries(
    Object.entries(delivery).map(([key, value]) => [
      key,
      typeof value === "number" && key !== "lateBy" ? formatInstant(Instant(value)) : value
    ])
  )
