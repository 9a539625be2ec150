import { Effect } from "effect"
import { screenView } from "../../views/screenView.ts"
import type { CaseForm } from "./CaseForm.ts"
import { latestAt } from "./episodeToRecord.ts"
import { refusalBeforehand } from "./refusalBeforehand.ts"

export const screenForm: CaseForm = {
  permission: "screen",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: Effect.fn("screenForm")(function* ({ child, state, episode }) {
    const episodeId = episode.id
    yield* refusalBeforehand(state, { _tag: "RecordAllocation", episodeId, allocated: { concern: true } })
    return screenView({ child, episodeId }, episode)
  })
}
