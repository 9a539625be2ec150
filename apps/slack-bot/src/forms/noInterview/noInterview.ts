import { interviewOf, offeredAtOf } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { noInterviewButton } from "../../messages/caseButtons.ts"
import type { CaseForm } from "../CaseForm.ts"
import { owedOr } from "../episodeOwedInterview.ts"
import { precheck } from "../precheck.ts"
import { noInterviewView } from "./noInterviewView.ts"

export const noInterviewForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined", "NotDone"),
  which: noInterviewButton,
  open: Effect.fn("noInterviewForm")(function* ({ child, state, episode, person }) {
    yield* precheck(state, {
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
