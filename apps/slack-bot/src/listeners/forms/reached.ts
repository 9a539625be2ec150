import { Effect } from "effect"
import { reachedView } from "../../views/reachedView.ts"
import type { CaseForm } from "./CaseForm.ts"
import { latestAt } from "./episodeToRecord.ts"
import { refusalBeforehand } from "./refusalBeforehand.ts"

export const reachedForm: CaseForm = {
  permission: "acknowledge-for-another",
  episodeMeant: latestAt("Missing"),
  open: Effect.fn("reachedForm")(function* ({ child, state, episode, person }) {
    yield* refusalBeforehand(state, { _tag: "AcknowledgeAlert", episodeId: episode.id, by: person })
    return reachedView({ child, episodeId: episode.id })
  })
}
