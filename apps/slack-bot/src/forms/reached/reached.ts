import { Casework, People } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { HoldsNoRole } from "../../handlers/explain.ts"
import { findEpisode } from "../../handlers/findCase.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, latestAt } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { ladderRoles } from "./ladderRoles.ts"
import { REACHED_FORM, reachedButton, reachedView, readReached } from "./reachedView.ts"

const reachedForm: CaseForm = {
  permission: "acknowledge-for-another",
  episodeMeant: latestAt("Missing"),
  records: "AcknowledgeAlert",
  open: ({ link }) => Effect.succeed(reachedView(link))
}

/** The person who was reached answers, in the roles they hold; who recorded it stays beside it. */
const reachedSubmitted = submissionOf(
  reachedForm,
  Effect.fn("reachedSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const { person: by, how } = yield* Effect.fromResult(readReached(values))
    const people = yield* People
    if ((yield* people.rolesOf(by)).size === 0) return yield* new HoldsNoRole({ field: "person" })
    const casework = yield* Casework
    const episode = yield* findEpisode(yield* casework.get(child), episodeId)
    const as = yield* ladderRoles(child, episode, by)
    const reached = { how, recordedBy: person }
    yield* casework.execute(child, { _tag: "AcknowledgeAlert", episodeId, by, as, reached }, person, expectedVersion)
    return Option.none()
  })
)

export const reached: FormSlice = {
  buttons: { [reachedButton.actionId]: buttonFor(reachedForm) },
  submissions: { [REACHED_FORM]: reachedSubmitted }
}
