/** Tells people of records that only a newer version can read: this instance passes them over and goes on. */
import { Journal, type UnreadableRecord } from "@safe-return/journal"
import { Duration, Effect, Stream } from "effect"
import { Casework } from "../casework/Casework.ts"
import { type Incident, Incidents } from "./Incidents.ts"

/** How often it is looked whether what could not be read has been corrected since. */
const LOOK_AGAIN_EVERY = Duration.minutes(1)

/** More would not be read: the command line lists all of them. */
const MOST_NAMED = 20

const childrenOf = (unreadable: ReadonlyArray<UnreadableRecord>) => [...new Set(unreadable.map(({ child }) => child))]

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const incidentOf = (unreadable: ReadonlyArray<UnreadableRecord>): Incident => {
  const children = childrenOf(unreadable)
  const records = counted(unreadable.length, "record", "records")
  const named = children.slice(0, MOST_NAMED).join(", ")
  const more = children.length > MOST_NAMED ? ` and ${children.length - MOST_NAMED} more` : ""
  return {
    kind: "records-unreadable",
    what: `${records} of ${counted(children.length, "child", "children")} can only be read by a newer version of Safe Return. This instance passes over what it cannot read, and goes on.`,
    remedy:
      "Update this instance to the version of the newest one. `safe-return journal verify`, run with the newest version, says whether the records are whole.",
    duty: {
      sentence: `This part of Safe Return is older than another and cannot read ${records} of ${named}${more}. Alerts go on from what it can read, and what it shows of ${children.length === 1 ? "this child" : "these children"} may be out of date: look again once it has been updated. Reports, acknowledgements, found and returned can be recorded meanwhile.`
    }
  }
}

/** Raises what cannot be read as it is met, and ends it once all can be. Runs until it is interrupted. */
export const watchUnreadable = Effect.gen(function* () {
  const casework = yield* Casework
  const incidents = yield* Incidents
  const journal = yield* Journal
  const met = yield* journal.subscribeUnreadable

  const look = Effect.gen(function* () {
    const unreadable = yield* casework.unreadable
    if (unreadable.length > 0) yield* incidents.raise(incidentOf(unreadable))
    else yield* incidents.end("records-unreadable", "Every record can be read again.")
    // A journal that is away is told of by what writes to it.
  }).pipe(
    Effect.catch((failed) => Effect.logWarning(`Whether every record can be read is not known. ${failed.message}`))
  )

  yield* Effect.forkScoped(Stream.runForEach(met, () => look))
  return yield* Effect.forever(Effect.andThen(look, Effect.sleep(LOOK_AGAIN_EVERY)))
}).pipe(Effect.scoped)
