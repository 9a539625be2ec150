import { Effect } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { latestAt } from "../episodeAtStage.ts"
import { precheck } from "../precheck.ts"
import { reachedView } from "./reachedView.ts"

export const reachedForm: CaseForm = {
  permission: "acknowledge-for-another",
  episodeMeant: latestAt("Missing"),
  open: Effect.fn("reachedForm")(function* ({ child, state, episode, person }) {
    yield* precheck(state, { _tag: "AcknowledgeAlert", episodeId: episode.id, by: person })
    return reachedView({ child, episodeId: episode.id })
  })
}
