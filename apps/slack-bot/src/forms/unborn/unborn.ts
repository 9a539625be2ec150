import { Casework } from "@safe-return/casework"
import { latestEpisode } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { findEpisode } from "../../handlers/findCase.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { readUnborn, UNBORN_FORM, unbornButton, unbornView } from "./unbornView.ts"

const unbornForm: CaseForm = {
  permission: "screen",
  episodeMeant: latestEpisode,
  records: ({ episode }) => (episode.unborn === "unborn" ? "EndUnborn" : "RecordUnborn"),
  open: ({ link, episode }) => Effect.succeed(unbornView(link, episode))
}

const unbornSubmitted = submissionOf(
  unbornForm,
  Effect.fn("unbornSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const casework = yield* Casework
    const episode = yield* findEpisode(yield* casework.get(child), episodeId)
    const command = yield* Effect.fromResult(readUnborn(episode, values))
    yield* casework.execute(child, command, person, expectedVersion)
    return Option.none()
  })
)

export const unborn: FormSlice = {
  buttons: { [unbornButton.actionId]: buttonFor(unbornForm) },
  submissions: { [UNBORN_FORM]: unbornSubmitted }
}
