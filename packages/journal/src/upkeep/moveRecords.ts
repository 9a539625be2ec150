/** Everything of one council to an empty place, compared event by event before it is called moved. */
import type { Instant } from "@safe-return/domain/calendar"
import { Context, Data, Effect, Equal } from "effect"
import { Audit, type NotAudited } from "../Audit.ts"
import { Availabilities } from "../Availabilities.ts"
import { Deliveries } from "../Deliveries.ts"
import { DutyRotas } from "../DutyRotas.ts"
import { EducationCases, type PupilStream } from "../EducationCases.ts"
import { Erasures } from "../Erasures.ts"
import { type Hold, Holds } from "../Holds.ts"
import { JoinedUpRecords, type JoinedUpStream } from "../JoinedUpRecords.ts"
import { Journal, type JournalEntry, type JournalUnavailable, type UnreadableRecord } from "../Journal.ts"
import { Profiles } from "../Profiles.ts"
import { PublishedScorecards } from "../PublishedScorecards.ts"
import { Reveals } from "../Reveals.ts"
import { type AllRecords, deliveryCount, difference, type RecordsPlace, readAllRecords } from "./allRecords.ts"

export interface MoveCounts {
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

/** What only a newer version can read, only that one can write elsewhere as it is. */
export class NeedsNewerVersion extends Data.TaggedError("NeedsNewerVersion")<{
  readonly records: ReadonlyArray<UnreadableRecord>
}> {
  override get message() {
    const children = [...new Set(this.records.map(({ child }) => child))].join(", ")
    return `${this.records.length} of the records, of ${children}, can only be read by a newer version of this program. Nothing was moved: move them with that version.`
  }
}

const bringHold = Effect.fnUntraced(
  function* (place: RecordsPlace, { released, ...hold }: Hold) {
    const holds = Context.get(place, Holds)
    yield* holds.set(hold)
    if (released !== undefined) yield* holds.release({ child: hold.child, reference: hold.reference, ...released })
  },
  Effect.catchTag("HoldRefused", () => Effect.fail(new MovedOtherwise({ what: "A legal hold" })))
)

const refuseUnlessEmpty = (there: AllRecords, published: number): Effect.Effect<void, TargetInUse> => {
  const counts = [
    [there.entries.length, "events"],
    [there.profiles.length, "profiles"],
    [deliveryCount(there), "deliveries"],
    [there.holds.length, "legal holds"],
    [there.erased.length, "tombstones"],
    [there.availability.length, "people's working days and leave"],
    [there.education.length, "children's education cases"],
    [there.joinedUp.length, "links and rows of the joined-up view"],
    [published, "published scorecards"],
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
    .pipe(
      Effect.catchTag(["EventIdUsed", "StreamMoved"], () =>
        Effect.fail(new MovedOtherwise({ what: `The record of ${child}` }))
      )
    )
}

const bringEducation = (place: RecordsPlace, { child, entries }: PupilStream) =>
  Context.get(place, EducationCases)
    .append(child, 0, entries)
    .pipe(
      Effect.catchTag(["EventIdUsed", "StreamMoved"], () =>
        Effect.fail(new MovedOtherwise({ what: `The education case of ${child}` }))
      )
    )

const bringJoinedUp = (place: RecordsPlace, { about, entries }: JoinedUpStream) =>
  Context.get(place, JoinedUpRecords)
    .append(about, 0, entries)
    .pipe(
      Effect.catchTag(["EventIdUsed", "StreamMoved"], () =>
        Effect.fail(new MovedOtherwise({ what: "What joins the strands of a child" }))
      )
    )

/** `now` is fixed as the moment from which people are told of things, where the source has not fixed one yet. */
export const moveRecords = Effect.fn("moveRecords")(function* (
  from: RecordsPlace,
  to: RecordsPlace,
  now: Instant,
  progress: (done: number, of: number) => Effect.Effect<void> = () => Effect.void
): Effect.fn.Return<MoveCounts, TargetInUse | MovedOtherwise | NeedsNewerVersion | JournalUnavailable | NotAudited> {
  const here = yield* readAllRecords(from)
  const records = yield* Context.get(from, Journal).unreadable
  if (records.length > 0) return yield* new NeedsNewerVersion({ records })
  const scorecardsThere = Context.get(to, PublishedScorecards)
  yield* refuseUnlessEmpty(yield* readAllRecords(to), (yield* scorecardsThere.all).length)
  const announceFrom = yield* Context.get(from, Deliveries).announceFrom(now)
  const fixed = yield* Context.get(to, Deliveries).announceFrom(announceFrom)
  if (fixed !== announceFrom)
    return yield* new TargetInUse({ holds: "the moment from which people are told of things" })
  const shadows = yield* Context.get(from, Deliveries).shadows
  if (shadows.length > 0) yield* Context.get(to, Deliveries).changeShadows(() => shadows)

  // First, while it can take nothing away: the child may have been recorded again since.
  yield* Context.get(to, Erasures).replayErasures(here.erased)
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
  const [rota, rotaThere] = [Context.get(from, DutyRotas), Context.get(to, DutyRotas)]
  for (const [before, change] of (yield* rota.changes).entries()) {
    yield* Effect.catchTag(rotaThere.add(before, change), "RotaChanged", () =>
      Effect.fail(new MovedOtherwise({ what: "The rota of the duty" }))
    )
  }
  const published = yield* Context.get(from, PublishedScorecards).all
  yield* Effect.forEach(published, scorecardsThere.publish, { discard: true })
  yield* Effect.forEach(here.education, (stream) => bringEducation(to, stream), { discard: true })
  yield* Effect.forEach(here.joinedUp, (stream) => bringJoinedUp(to, stream), { discard: true })
  yield* Effect.forEach(here.audit, (entry) => Context.get(to, Audit).add(entry), { discard: true })

  if (!Equal.equals(published, yield* scorecardsThere.all)) {
    return yield* new MovedOtherwise({ what: "What was published of scorecards" })
  }
  const differs = difference(here, yield* readAllRecords(to))
  if (differs !== undefined) return yield* new MovedOtherwise({ what: differs })
  return {
    events: here.entries.length,
    children: here.children.length,
    profiles: here.profiles.length,
    deliveries: deliveryCount(here),
    audited: here.audit.length
  }
})
