/** Tells people of records that only a newer version can read: this instance passes them over and goes on. */

import { Casework } from "@safe-return/casework"
import { Availabilities, Erasures, Holds, Journal, type UnreadableRecord } from "@safe-return/journal"
import { Duration, Effect, Stream } from "effect"
import { type Incident, Incidents } from "./Incidents.ts"

/** How often it is looked whether what could not be read has been corrected since. */
const LOOK_AGAIN_EVERY = Duration.minutes(1)

/** More would not be read: the command line lists all of them. */
const MOST_NAMED = 20

const childrenOf = (unreadable: ReadonlyArray<UnreadableRecord>) => [...new Set(unreadable.map(({ child }) => child))]

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

interface Unreadable {
  readonly records: ReadonlyArray<UnreadableRecord>
  /** Whose legal holds, tombstones, and working days and leave. */
  readonly holds: number
  readonly tombstones: number
  readonly people: number
}

const ofChildren = (count: number): string => counted(count, "child", "children")

const whatOf = ({ records, holds, tombstones, people }: Unreadable): string => {
  const parts = [
    ...(records.length > 0
      ? [`${counted(records.length, "record", "records")} of ${ofChildren(childrenOf(records).length)}`]
      : []),
    ...(holds > 0 ? [`legal holds of ${ofChildren(holds)}, and nothing of theirs can be erased meanwhile`] : []),
    ...(tombstones > 0 ? [`what is left of the erasure of ${ofChildren(tombstones)}`] : []),
    ...(people > 0 ? [`when ${counted(people, "person", "people")} can be reached, who it takes to be there`] : [])
  ]
  return `Only a newer version of Safe Return can read ${parts.join("; ")}. This instance passes over what it cannot read, and goes on.`
}

const dutyOf = (unreadable: ReadonlyArray<UnreadableRecord>): Pick<Incident, "duty"> => {
  if (unreadable.length === 0) return {}
  const children = childrenOf(unreadable)
  const records = counted(unreadable.length, "record", "records")
  const named = children.slice(0, MOST_NAMED).join(", ")
  const more = children.length > MOST_NAMED ? ` and ${children.length - MOST_NAMED} more` : ""
  return {
    duty: {
      sentence: `This part of Safe Return is older than another and cannot read ${records} of ${named}${more}. Alerts go on from what it can read, and what it shows of ${children.length === 1 ? "this child" : "these children"} may be out of date: look again once it has been updated. Reports, acknowledgements, found and returned can be recorded meanwhile.`
    }
  }
}

const incidentOf = (unreadable: Unreadable): Incident => ({
  kind: "records-unreadable",
  what: whatOf(unreadable),
  remedy:
    "Update this instance to the version of the newest one. `safe-return journal verify`, run with the newest version, says whether the records are whole.",
  ...dutyOf(unreadable.records)
})

/** Raises what cannot be read as it is met, and ends it once all can be. Runs until it is interrupted. */
export const watchUnreadable = Effect.gen(function* () {
  const casework = yield* Casework
  const incidents = yield* Incidents
  const journal = yield* Journal
  const availabilities = yield* Availabilities
  const erasures = yield* Erasures
  const holds = yield* Holds
  const met = yield* journal.subscribeUnreadable

  const look = Effect.gen(function* () {
    const unreadable: Unreadable = {
      records: yield* casework.unreadable,
      holds: (yield* holds.unreadable).length,
      tombstones: (yield* erasures.unreadable).length,
      people: (yield* availabilities.unreadable).length
    }
    const { records, ...others } = unreadable
    const isAny = records.length > 0 || Object.values(others).some((count) => count > 0)
    if (isAny) yield* incidents.raise(incidentOf(unreadable))
    else yield* incidents.end("records-unreadable", "Every record can be read again.")
    // A journal that is away is told of by what writes to it.
  }).pipe(
    Effect.catch((failed) => Effect.logWarning(`Whether every record can be read is not known. ${failed.message}`))
  )

  yield* Effect.forkScoped(Stream.runForEach(met, () => look))
  return yield* Effect.forever(Effect.andThen(look, Effect.sleep(LOOK_AGAIN_EVERY)))
}).pipe(Effect.scoped)
