import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { HoldsNoRole } from "../../handlers/explain.ts"
import { findEpisode, readLink } from "../../handlers/findCase.ts"
import { People } from "../../people/People.ts"
import { submissionOf } from "../CaseForm.ts"
import { ladderRoles } from "./ladderRoles.ts"
import { reachedForm } from "./reached.ts"
import { readReached } from "./reachedView.ts"

/** The person who was reached answers, in the roles they hold; who recorded it stays beside it. */
export const reachedSubmitted = submissionOf(
  reachedForm,
  Effect.fn("reachedSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const { person: by, how } = yield* Effect.fromResult(readReached(values))
    const people = yield* People
    if ((yield* people.rolesOf(by)).size === 0) return yield* new HoldsNoRole({ field: "person" })
    const casework = yield* Casework
    const episode = yield* findEpisode(yield* casework.get(child), episodeId)
    const as = yield* ladderRoles(child, episode, by)
    const reached = { how, recordedBy: person }
    yield* casework.execute(child, { _tag: "AcknowledgeAlert", episodeId, by, as, reached }, person)
    return Option.none()
  })
)
