import { Effect } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { latestAt } from "../episodeAtStage.ts"
import { precheck } from "../precheck.ts"
import { screenView } from "./screenView.ts"

export const screenForm: CaseForm = {
  permission: "screen",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: Effect.fn("screenForm")(function* ({ child, state, episode }) {
    const episodeId = episode.id
    yield* precheck(state, { _tag: "RecordAllocation", episodeId, allocated: { concern: true } })
    return screenView({ child, episodeId }, episode)
  })
}
