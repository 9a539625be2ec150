import { Effect } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { buttonFor } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { latestAt } from "../episodeAtStage.ts"
import type { FormSlice } from "../FormSlice.ts"
import { precheck } from "../precheck.ts"
import { PLACEMENT_FORM, placementButton, placementView, readPlacement } from "./placementView.ts"

const placementForm: CaseForm = {
  permission: "correct-record",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: Effect.fn("placementForm")(function* ({ child, state, episode }) {
    const episodeId = episode.id
    yield* precheck(state, { _tag: "RecordPlacement", episodeId, placement: { _tag: "OwnArea" } })
    return placementView({ child, episodeId }, episode)
  })
}

const placementSubmitted = recordingOf(placementForm, ({ link, values }) => readPlacement(link, values))

export const placement: FormSlice = {
  buttons: { [placementButton.actionId]: buttonFor(placementForm) },
  commands: { "/missing placement": placementForm },
  submissions: { [PLACEMENT_FORM]: placementSubmitted }
}
