import { interviewOf } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { alsoCoversField } from "../../views/alsoCoversField.ts"
import { assignView } from "../../views/assignView.ts"
import type { CaseForm } from "./CaseForm.ts"
import { owedOr } from "./episodeMeant.ts"

export const assignForm: CaseForm = {
  permission: "assign-interview",
  episodeMeant: owedOr("NotDone"),
  open: ({ child, state, episode }) => {
    const interview = interviewOf(state, episode.id)
    const link = { child, episodeId: episode.id }
    return Effect.succeed(assignView(link, interview, alsoCoversField(state, episode)))
  }
}
