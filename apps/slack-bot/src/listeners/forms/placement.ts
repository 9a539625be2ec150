import { Effect } from "effect"
import { placementView } from "../../views/placementView.ts"
import type { CaseForm } from "./CaseForm.ts"
import { latestAt } from "./episodeToRecord.ts"
import { refusalBeforehand } from "./refusalBeforehand.ts"

export const placementForm: CaseForm = {
  permission: "correct-record",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: Effect.fn("placementForm")(function* ({ child, state, episode }) {
    const episodeId = episode.id
    yield* refusalBeforehand(state, { _tag: "RecordPlacement", episodeId, placement: { _tag: "OwnArea" } })
    return placementView({ child, episodeId }, episode)
  })
}
