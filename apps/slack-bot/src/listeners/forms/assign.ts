import { interviewStanding } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { assignView } from "../../views/assignView.ts"
import type { CaseForm } from "./CaseForm.ts"
import { owedOr } from "./episodeMeant.ts"

export const assignForm: CaseForm = {
  permission: "assign-interview",
  episodeMeant: owedOr("NotDone"),
  open: ({ child, state, episode }) => {
    const standing = interviewStanding(state, episode)
    const assigned = "interview" in standing ? standing.interview.interviewer : undefined
    return Effect.succeed(assignView({ child, episodeId: episode.id }, assigned))
  }
}
