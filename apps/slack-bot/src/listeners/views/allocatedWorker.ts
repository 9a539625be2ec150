import { Profiles } from "@safe-return/journal"
import { Effect, Option } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { People } from "../../people/People.ts"
import { readAllocatedWorker } from "../../views/allocatedWorkerView.ts"
import { HoldsNoRole } from "../explain.ts"
import { readLink } from "../findCase.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

export const allocatedWorkerSubmitted: SubmissionHandler = {
  permission: "set-allocated-worker",
  handle: Effect.fn("allocatedWorkerSubmitted")(function* ({ metadata, values }) {
    const { child } = yield* readLink(metadata)
    const allocatedWorker = yield* Effect.fromResult(readAllocatedWorker(values))
    const casework = yield* Casework
    yield* casework.get(child)
    // They are sent alerts about the child, so a guest or a stranger must not be chosen.
    const people = yield* People
    const roles = yield* people.rolesOf(allocatedWorker)
    if (roles.size === 0) return yield* new HoldsNoRole({ field: "allocatedWorker" })
    const profiles = yield* Profiles
    const profile = Option.getOrElse(yield* profiles.find(child), () => ({ child }))
    yield* profiles.save({ ...profile, allocatedWorker })
    return Option.none()
  })
}
