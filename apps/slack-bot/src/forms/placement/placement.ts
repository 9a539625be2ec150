import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { type CaseForm, submissionOf } from "../CaseForm.ts"
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

export const placementSubmitted = submissionOf(
  placementForm,
  Effect.fn("placementSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readPlacement(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)
