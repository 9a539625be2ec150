import { interviewOf, offeredAtOf } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { noInterviewButton } from "../../messages/caseButtons.ts"
import { noInterviewView } from "../../views/noInterviewView.ts"
import type { CaseForm } from "./CaseForm.ts"
import { owedOr } from "./episodeMeant.ts"
import { refusalBeforehand } from "./refusalBeforehand.ts"

export const noInterviewForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined", "NotDone"),
  which: noInterviewButton,
  open: Effect.fn("noInterviewForm")(function* ({ child, state, episode, person }) {
    yield* refusalBeforehand(state, {
      _tag: "RecordNotDone",
      episodeId: episode.id,
      reason: "unable-to-contact",
      decidedBy: person
    })
    return noInterviewView(
      { child, episodeId: episode.id },
      offeredAtOf(interviewOf(state, episode.id), episode),
      person
    )
  })
}
