import { Effect } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { latestAt } from "../episodeAtStage.ts"
import { precheck } from "../precheck.ts"
import { placementView, readPlacement } from "./placementView.ts"

export const placementForm: CaseForm = {
  permission: "correct-record",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: Effect.fn("placementForm")(function* ({ child, state, episode }) {
    const episodeId = episode.id
    yield* precheck(state, { _tag: "RecordPlacement", episodeId, placement: { _tag: "OwnArea" } })
    return placementView({ child, episodeId }, episode)
  })
}

export const placementSubmitted = recordingOf(placementForm, ({ link, values }) => readPlacement(link, values))
